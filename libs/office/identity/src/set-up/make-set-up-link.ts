import { select, type SqlRunner } from '@patravali/database';
import { Organisation } from '@patravali/organisation';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { newToken, tokenHash } from '../session/secret-token';
import { LINK_HOURS } from '../sign-in/make-sign-in-link';

/** The token of a new link by which the office is set up, which voids the one before; null where there is an office. */
export async function makeSetUpLink(database: EntityManager): Promise<string | null> {
  if (await database.existsBy(Organisation, {})) return null;
  const token = newToken();
  await database.query(
    `INSERT INTO set_up_link (token_hash, expires_at)
     VALUES ($1, clock_timestamp() + make_interval(hours => $2))
     ON CONFLICT (only_one) DO UPDATE SET token_hash = EXCLUDED.token_hash, expires_at = EXCLUDED.expires_at`,
    [tokenHash(token), LINK_HOURS],
  );
  return token;
}

/** Whether an office may still be set up by this link. */
export async function isSetUpLink(database: SqlRunner, token: string): Promise<boolean> {
  const found = await select(
    database,
    z.object({ known: z.boolean() }),
    `SELECT true AS known FROM set_up_link
     WHERE token_hash = $1 AND organisation_id IS NULL AND expires_at > clock_timestamp()`,
    [tokenHash(token)],
  );
  return found.length > 0;
}

import { select } from '@patravali/database';
import { type Sha256, toSha256 } from '@patravali/storage';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';

/** @returns the hashes of what they held, which nothing needs any more unless another row names it. */
export async function deleteExpiredPdfs(database: EntityManager): Promise<Sha256[]> {
  const deleted = await select(
    database,
    z.object({ sha256: z.string().nullable() }),
    'DELETE FROM asked_pdf WHERE expires_at <= office_now() RETURNING sha256',
  );
  return deleted.flatMap(({ sha256 }) => (sha256 === null ? [] : toSha256(sha256)));
}

/** Which of these contents a PDF has that is kept for somebody. */
export async function hashesOfPdfs(database: EntityManager, batch: readonly Sha256[]): Promise<Sha256[]> {
  const rows = await select(
    database,
    z.object({ sha256: z.string() }),
    'SELECT DISTINCT sha256 FROM asked_pdf WHERE sha256 = ANY ($1)',
    [[...batch]],
  );
  return rows.map(({ sha256 }) => toSha256(sha256));
}

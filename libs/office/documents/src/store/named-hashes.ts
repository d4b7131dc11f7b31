import { select } from '@patravali/database';
import { type Sha256, toSha256 } from '@patravali/storage';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { NAMED_BYTES } from '../document/stored-bytes';
import type { OtherObjects } from './other-objects';

/** Which of these contents some document of any organisation has or was made of, or something else that lies in the store. */
export async function namedHashes(
  database: EntityManager,
  others: OtherObjects,
  batch: readonly Sha256[],
): Promise<ReadonlySet<Sha256>> {
  const rows = await select(
    database,
    z.object({ sha256: z.string() }),
    `SELECT DISTINCT sha256 FROM ${NAMED_BYTES} WHERE sha256 = ANY ($1)`,
    [[...batch]],
  );
  return new Set([...rows.map(({ sha256 }) => toSha256(sha256)), ...(await others.named(batch))]);
}

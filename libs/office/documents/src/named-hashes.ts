import { select } from '@patravali/database';
import { type Sha256, toSha256 } from '@patravali/storage';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';

/** Which of these contents some document of any organisation has. */
export async function namedHashes(database: EntityManager, batch: readonly Sha256[]): Promise<ReadonlySet<Sha256>> {
  const rows = await select(
    database,
    z.object({ sha256: z.string() }),
    'SELECT DISTINCT sha256 FROM document WHERE sha256 = ANY ($1)',
    [[...batch]],
  );
  return new Set(rows.map(({ sha256 }) => toSha256(sha256)));
}

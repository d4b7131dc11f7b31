import type { Flag } from '@patravali/contract';
import type { FileCustody } from '@patravali/custody';
import type { Transaction } from '@patravali/database';
import { z } from 'zod';

/**
 * Takes a flag off the letter that bears it, so that another can bear it: a file has each flag once, but for PUC.
 * @returns the serial of that letter; null when the flag was free. The caller holds the custody lock.
 */
export async function takeFlag(
  tx: Transaction,
  { organisationId, fileId }: Pick<FileCustody, 'organisationId' | 'fileId'>,
  flag: Flag | null,
): Promise<number | null> {
  if (flag === null || flag === 'puc') return null;
  const [bearer] = await tx.select(
    z.object({ serial: z.int() }),
    `UPDATE correspondence SET flag = NULL WHERE organisation_id = $1 AND file_id = $2 AND flag = $3 RETURNING serial`,
    [organisationId, fileId, flag],
  );
  return bearer?.serial ?? null;
}

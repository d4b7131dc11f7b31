import type { Transaction } from '@patravali/database';
import type { QueryDeepPartialEntity } from 'typeorm';
import { FileCustody } from './file-custody.entity';

/** The database's own clock, also within one transaction. */
export const NOW = () => 'clock_timestamp()';

/**
 * Writes the decision into the locked row and counts its version.
 * @returns the new version.
 */
export async function changeCustody(
  tx: Transaction,
  custody: FileCustody,
  change: QueryDeepPartialEntity<FileCustody>,
): Promise<number> {
  const version = custody.version + 1;
  await tx.update(FileCustody, { fileId: custody.fileId }, { ...change, version });
  custody.version = version;
  return version;
}

/** Any act of the holder counts as opening: after it the sender can no longer pull the file back. */
export async function countAsOpening(tx: Transaction, custody: FileCustody): Promise<void> {
  if (custody.openedAt) return;
  await writeOpening(tx, custody.fileId, custody.movements);
  await changeCustody(tx, custody, { openedAt: NOW });
  custody.openedAt = new Date();
}

/** Notes that the desk to which this movement brought the file has opened it. */
export async function writeOpening(tx: Transaction, fileId: string, movementSequence: number): Promise<void> {
  await tx.query('INSERT INTO file_opening (organisation_id, file_id, movement_sequence) VALUES ($1, $2, $3)', [
    tx.by.organisationId,
    fileId,
    movementSequence,
  ]);
}

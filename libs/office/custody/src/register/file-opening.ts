import type { Transaction } from '@patravali/database';

/** Notes that the desk to which this movement brought the file has opened it. */
export async function writeOpening(tx: Transaction, fileId: string, movementSequence: number): Promise<void> {
  await tx.execute('INSERT INTO file_opening (organisation_id, file_id, movement_sequence) VALUES ($1, $2, $3)', [
    tx.by.organisationId,
    fileId,
    movementSequence,
  ]);
}

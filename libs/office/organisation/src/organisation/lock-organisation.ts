import type { Transaction } from '@patravali/database';

/** Locks the actor's organisation: what is recorded of it is numbered one after the other. */
export async function lockOrganisation(tx: Transaction): Promise<void> {
  await tx.execute('SELECT FROM organisation WHERE id = $1 FOR UPDATE', [tx.by.organisationId]);
}

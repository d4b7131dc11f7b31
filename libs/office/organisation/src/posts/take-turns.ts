import type { Transaction } from '@patravali/database';

/** Lets acts of one post that exclude each other come one after the other: the lock lasts until the transaction ends. */
export async function takeTurns(tx: Transaction, postId: string): Promise<void> {
  await tx.execute('SELECT FROM post WHERE organisation_id = $1 AND id = $2 FOR NO KEY UPDATE', [
    tx.by.organisationId,
    postId,
  ]);
}

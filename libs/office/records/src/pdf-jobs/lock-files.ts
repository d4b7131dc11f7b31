import type { Actor } from '@patravali/authorization';
import { authorizeReadingFile, FileCustody } from '@patravali/custody';
import type { Transaction } from '@patravali/database';

/**
 * Locks files that the actor may read, in the order of their ids: two who ask for the same files in another order would else wait for
 * each other.
 * @throws Refusal `not-found`
 */
export async function lockFiles(tx: Transaction, actor: Actor, fileIds: readonly string[]): Promise<FileCustody[]> {
  const locked: FileCustody[] = [];
  for (const fileId of [...fileIds].sort()) {
    const custody = await tx.lock(FileCustody, { fileId });
    await authorizeReadingFile(tx, actor, custody);
    locked.push(custody);
  }
  return locked;
}

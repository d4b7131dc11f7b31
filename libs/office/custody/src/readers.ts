import type { Grading } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { superiorsOf } from '@patravali/organisation';

/**
 * Who may read a file after these posts have held or sent it: they, who could before and, of a normal file, the
 * superiors of those posts. Above normal nobody reads by being a superior.
 */
export async function readersWith(
  tx: Transaction,
  before: readonly string[],
  grading: Grading,
  posts: readonly string[],
): Promise<string[]> {
  const superiors = grading === 'normal' ? await superiorsOf(tx, tx.by.organisationId, posts) : [];
  return [...new Set([...before, ...posts, ...superiors])];
}

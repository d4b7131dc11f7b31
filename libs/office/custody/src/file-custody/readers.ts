import type { Grading } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { superiorsOf } from '@patravali/organisation';
import { z } from 'zod';

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
  return withReaders(before, grading, posts, superiors);
}

/** The same where the superiors of those posts are known already. */
export function withReaders(
  before: readonly string[],
  grading: Grading,
  posts: readonly string[],
  superiors: readonly string[],
): string[] {
  return [...new Set([...before, ...posts, ...(grading === 'normal' ? superiors : [])])];
}

/**
 * Who may read a file or a receipt at this grading, reckoned anew from its register of movements: every post that held or
 * sent it and, at normal, their superiors. The whole rule, for when the grading changes.
 * @param more posts that read it for another reason: that they have a copy.
 */
export async function readersOf(
  tx: Transaction,
  thing: { readonly fileId: string } | { readonly receiptId: string },
  grading: Grading,
  more: readonly string[] = [],
): Promise<string[]> {
  // The volumes of a file have one register in this.
  const [things, id] =
    'fileId' in thing
      ? ['m.file_id IN (SELECT volumes_of($1, $2))', thing.fileId]
      : ['m.receipt_id = $2', thing.receiptId];
  const held = await tx.select(
    z.object({ postId: z.uuid() }),
    `SELECT DISTINCT p.post_id AS "postId" FROM movement m, unnest(ARRAY[m.from_post_id, m.to_post_id]) p (post_id)
     WHERE m.organisation_id = $1 AND ${things} AND p.post_id IS NOT NULL ORDER BY 1`,
    [tx.by.organisationId, id],
  );
  return await readersWith(tx, [], grading, [...held.map(({ postId }) => postId), ...more]);
}

/** The posts that have held or sent a file or one of its volumes, as an array; both are expressions. */
export const postsThatHeld = (organisationId: string, fileId: string): string =>
  `ARRAY(SELECT DISTINCT p.post_id FROM movement m, unnest(ARRAY[m.from_post_id, m.to_post_id]) p (post_id)
     WHERE m.organisation_id = ${organisationId} AND m.file_id IN (SELECT volumes_of(${organisationId}, ${fileId}))
       AND p.post_id IS NOT NULL)`;

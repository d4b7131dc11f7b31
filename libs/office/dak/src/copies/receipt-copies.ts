import type { Actor } from '@patravali/authorization';
import { prepares, ReceiptCopy } from '@patravali/contract';
import { type Parameters, projection, type Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import type { PostOnTheWay } from '@patravali/organisation';
import { z } from 'zod';
import { mayReadReceipt } from '../receipt/receipt-row';

/** Nobody is given two papers of one letter. @throws Refusal `invalid-input`. */
export function refuseMarkedTwice(to: PostOnTheWay, copyTo: readonly PostOnTheWay[], pointer: string): void {
  const place = copyTo.findIndex(({ id }) => id === to.id);
  if (place < 0) return;
  throw new Refusal(
    'invalid-input',
    {},
    { errors: [{ pointer: `${pointer}/copyToPostIds/${place}`, detail: 'named-twice' }] },
  );
}

/** Gives copies with the movement of this sequence. Who had one before is given it anew, and has not seen it. */
export async function writeCopies(
  tx: Transaction,
  { organisationId, postId }: Actor,
  { receiptId, sequence }: { readonly receiptId: string; readonly sequence: number },
  postIds: readonly string[],
): Promise<void> {
  if (postIds.length === 0) return;
  await tx.execute(
    `INSERT INTO receipt_copy (organisation_id, receipt_id, movement_sequence, from_post_id, post_id)
     SELECT $1, $2, $3, $4, unnest($5::uuid[])
     ON CONFLICT (organisation_id, receipt_id, post_id) DO UPDATE SET movement_sequence = EXCLUDED.movement_sequence,
       from_post_id = EXCLUDED.from_post_id, at = office_now(), seen_at = NULL, seen_by_user_id = NULL, seen_capacity = NULL,
       taken_back_at = NULL`,
    [organisationId, receiptId, sequence, postId, [...postIds]],
  );
}

/** Takes back what was given with that movement and nobody has seen. @returns how many. */
export async function takeBackCopies(tx: Transaction, receiptId: string, sequence: number): Promise<number> {
  const taken = await tx.select(
    z.object({ postId: z.uuid() }),
    `UPDATE receipt_copy SET taken_back_at = office_now()
     WHERE organisation_id = $1 AND receipt_id = $2 AND movement_sequence = $3 AND seen_at IS NULL AND taken_back_at IS NULL
     RETURNING post_id AS "postId"`,
    [tx.by.organisationId, receiptId, sequence],
  );
  return taken.length;
}

/** The posts that read the receipt because they have a copy. */
export async function postsWithCopy(tx: Transaction, receiptId: string): Promise<string[]> {
  const rows = await tx.select(
    z.object({ postId: z.uuid() }),
    `SELECT post_id AS "postId" FROM receipt_copy WHERE organisation_id = $1 AND receipt_id = $2 AND taken_back_at IS NULL`,
    [tx.by.organisationId, receiptId],
  );
  return rows.map(({ postId }) => postId);
}

/** A copy as its own desk sees it, from `k`. */
export const COPY = projection(ReceiptCopy.omit({ post: true }), {
  from: 'k.from_post_id',
  at: 'k.at',
  seenAt: 'k.seen_at',
});
const COPY_OF_POST = COPY.with(ReceiptCopy.pick({ post: true }).shape, { post: 'k.post_id' });

/** The copies of a receipt that were not taken back, as a JSON list. */
export const copiesOfReceipt = (organisationId: string, receiptId: string): string =>
  `(SELECT COALESCE(jsonb_agg(${COPY_OF_POST.json} ORDER BY k.at, k.post_id), '[]') FROM receipt_copy k
    WHERE k.organisation_id = ${organisationId} AND k.receipt_id = ${receiptId} AND k.taken_back_at IS NULL)`;

/** Whether the post of this placeholder has a copy of the receipt `r` that it has not seen: a condition. */
export const hasUnseenCopy = (postId: string): string =>
  `EXISTS (SELECT FROM receipt_copy k WHERE k.organisation_id = r.organisation_id AND k.receipt_id = r.id
    AND k.post_id = ${postId} AND k.seen_at IS NULL AND k.taken_back_at IS NULL)`;

/** Whether the post of this expression has a copy of the receipt `r` that was not taken back: a condition. */
export const hasCopy = (postId: string): string =>
  `EXISTS (SELECT FROM receipt_copy k WHERE k.organisation_id = r.organisation_id AND k.receipt_id = r.id
    AND k.post_id = ${postId} AND k.taken_back_at IS NULL)`;

/** The copies that a desk has, as `k`, of receipts `r`: for its list, whose key is `COPIES.at`. */
export const COPIES = { source: 'receipt_copy k', receipt: 'k.receipt_id', at: 'k.at' } as const;

/** The copies of the acting post, but of what it holds itself by now: conditions on `k` and `r`. */
export function copiesOf(actor: Actor, parameters: Parameters): string[] {
  const { bind } = parameters;
  return [
    `k.organisation_id = ${bind(actor.organisationId)}`,
    `k.post_id = ${bind(actor.postId)}`,
    'k.taken_back_at IS NULL',
    'r.holder_post_id IS DISTINCT FROM k.post_id',
    ...(prepares(actor.capacity) ? [mayReadReceipt(actor, parameters)] : []),
  ];
}

/** A condition on `k`. */
export const UNSEEN_COPY = 'k.seen_at IS NULL';

/** The posts to which an event gave copies, as an array. */
export const copiedTo = (event: string): string =>
  `ARRAY(SELECT jsonb_array_elements_text(${event}.data->'copyToPostIds')::uuid)`;

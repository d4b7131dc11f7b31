import { ACTIONS_ASKED, Day, ReceiptClosing, ReceiptMovement } from '@patravali/contract';
import { projection, type Transaction } from '@patravali/database';
import { actorRef } from '@patravali/organisation';
import { z } from 'zod';

const MOVEMENT = projection(ReceiptMovement, {
  sequence: 'm.sequence',
  kind: 'm.kind',
  from: 'm.from_post_id',
  to: 'm.to_post_id',
  by: actorRef('m.by_user_id', 'm.by_post_id', 'm.capacity'),
  at: 'm.at',
  action: 'm.action',
  remarks: 'm.remarks',
});

/** The movement register of a receipt, the oldest line first, as a JSON list of the contract's `ReceiptMovement`. */
export const movementsOfReceipt = (organisationId: string, receiptId: string): string =>
  `(SELECT COALESCE(jsonb_agg(${MOVEMENT.json} ORDER BY m.sequence), '[]') FROM movement m
    WHERE m.organisation_id = ${organisationId} AND m.receipt_id = ${receiptId})`;

const CLOSING = projection(ReceiptClosing, {
  by: actorRef('m.by_user_id', 'm.by_post_id', 'm.capacity'),
  at: 'm.at',
  reason: 'm.remarks',
});

/** What this line of the register says of the closing of a receipt, as JSON of the contract's `ReceiptClosing`. */
export const closingOfReceipt = (organisationId: string, receiptId: string, sequence: string): string =>
  `(SELECT ${CLOSING.json} FROM movement m
    WHERE m.organisation_id = ${organisationId} AND m.receipt_id = ${receiptId} AND m.sequence = ${sequence})`;

const ReceiptArrival = z.object({
  senderPostId: z.uuid().nullable(),
  action: z.enum(ACTIONS_ASKED).nullable(),
  returned: z.boolean(),
  redirected: z.boolean(),
  dueOn: Day.nullable(),
  remarks: z.string().nullable(),
});
export type ReceiptArrival = z.infer<typeof ReceiptArrival>;

/** How a receipt last came to the desk of this post, so that whoever pulls it back finds it as it was. */
export async function lastArrivalOfReceipt(
  tx: Transaction,
  receiptId: string,
  postId: string,
): Promise<ReceiptArrival | undefined> {
  const [arrival] = await tx.select(
    ReceiptArrival,
    `SELECT m.from_post_id AS "senderPostId", m.action, m.kind = 'returned' AS returned, m.kind = 'redirected' AS redirected,
       m.due_on AS "dueOn", CASE WHEN m.kind <> 'reopened' THEN m.remarks END AS remarks
     FROM movement m WHERE m.organisation_id = $1 AND m.receipt_id = $2 AND m.to_post_id = $3 AND m.kind <> 'pulled_back'
     ORDER BY m.sequence DESC LIMIT 1`,
    [tx.by.organisationId, receiptId, postId],
  );
  return arrival;
}

/** Who marked a receipt that was redirected to this post, perhaps over several desks: the sender of the first of them. */
export async function whoMarkedReceipt(tx: Transaction, receiptId: string, postId: string): Promise<string | null> {
  const arrival = (to: string, more = '') => `(SELECT m.sequence, m.kind, m.from_post_id FROM movement m
      WHERE m.organisation_id = $1 AND m.receipt_id = $2 AND m.to_post_id = ${to} AND m.kind <> 'pulled_back' ${more}
      ORDER BY m.sequence DESC LIMIT 1)`;
  const [marked] = await tx.select(
    z.object({ postId: z.uuid().nullable() }),
    `WITH RECURSIVE way AS (
       SELECT here.* FROM ${arrival('$3')} here
       UNION ALL
       SELECT before.* FROM way CROSS JOIN LATERAL ${arrival('way.from_post_id', 'AND m.sequence < way.sequence')} before
       WHERE way.kind = 'redirected'
     ) SELECT from_post_id AS "postId" FROM way ORDER BY sequence LIMIT 1`,
    [tx.by.organisationId, receiptId, postId],
  );
  return marked?.postId ?? null;
}

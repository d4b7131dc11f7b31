import { Instant, Reason } from '@patravali/contract-base';
import { z } from 'zod';
import { PostId } from '../../organisation/contract/named-posts';
import { ActorRef } from '../../organisation/contract/organisation';
import { ACTIONS_ASKED } from '../../organisation/contract/vocabulary';

/** The part of `RECEIPT_MOVES` that takes a receipt back, or sets right to whom it was marked. */
export const SETTING_RIGHT_MOVES = ['pull_back', 'return', 'redirect'] as const;

/** A receipt goes to so many posts at once: to one of them itself, to the others as a copy. */
export const MOST_MARKED_AT_ONCE = 20;

/** The posts that are given a copy for information, each named once. */
export const CopyTo = z
  .array(z.uuid().toLowerCase())
  .max(MOST_MARKED_AT_ONCE - 1)
  .refine((ids) => new Set(ids).size === ids.length, 'named-twice');

export const ReceiptChanged = z.object({ id: z.uuid(), version: z.int() }).meta({ id: 'ReceiptChanged' });
export type ReceiptChanged = z.infer<typeof ReceiptChanged>;

export const PullBackReceipt = z.strictObject({ reason: Reason.optional() }).meta({ id: 'PullBackReceipt' });
export type PullBackReceipt = z.infer<typeof PullBackReceipt>;

/** Back to the post that sent it, with a reason. */
export const ReturnReceipt = z.strictObject({ reason: Reason }).meta({ id: 'ReturnReceipt' });
export type ReturnReceipt = z.infer<typeof ReturnReceipt>;

/** It was marked to the wrong post, which sends it on to the right one: what was asked of it is asked there. */
export const RedirectReceipt = z.strictObject({ toPostId: z.uuid(), reason: Reason }).meta({ id: 'RedirectReceipt' });
export type RedirectReceipt = z.infer<typeof RedirectReceipt>;

/** How a receipt goes from desk to desk; the other kinds of movement are of files alone. */
export const RECEIPT_MOVEMENT_KINDS = [
  'created',
  'forwarded',
  'returned',
  'pulled_back',
  'redirected',
  'closed',
  'reopened',
] as const;
export type ReceiptMovementKind = (typeof RECEIPT_MOVEMENT_KINDS)[number];

/** A line of the movement register of a receipt. */
export const ReceiptMovement = z
  .object({
    sequence: z.int(),
    kind: z.enum(RECEIPT_MOVEMENT_KINDS),
    from: PostId.nullable(),
    /** Closed, it lies on no desk. */
    to: PostId.nullable(),
    by: ActorRef,
    at: Instant,
    action: z.enum(ACTIONS_ASKED).nullable(),
    remarks: z.string().nullable(),
  })
  .meta({ id: 'ReceiptMovement' });
export type ReceiptMovement = z.infer<typeof ReceiptMovement>;

/** A copy for information: that post reads the receipt, and does nothing with it. */
export const ReceiptCopy = z
  .object({
    post: PostId,
    from: PostId,
    at: Instant,
    /** When that post saw it. */
    seenAt: Instant.nullable(),
  })
  .meta({ id: 'ReceiptCopy' });
export type ReceiptCopy = z.infer<typeof ReceiptCopy>;

import type { Actor } from '@patravali/authorization';
import type { ActionAsked, ReceiptChanged, ReceiptState } from '@patravali/contract';
import { withReaders, writeMovement } from '@patravali/custody';
import { NOW, type SqlRunner, type Transaction } from '@patravali/database';
import { type PostOnTheWay, postsOnTheWay, receivingPost } from '@patravali/organisation';
import { refuseMarkedTwice, writeCopies } from '../copies/receipt-copies';
import { changeReceipt } from '../receipt/lock-receipt';
import type { Receipt } from '../receipt/receipt.entity';

/** The posts at both ends, and those that are given a copy. */
export interface ReceiptEnds {
  readonly to: PostOnTheWay;
  readonly copyTo: readonly PostOnTheWay[];
  /** Whoever reads a normal receipt because it passes these posts. */
  readonly superiorPostIds: readonly string[];
}

interface Marking {
  readonly toPostId: string;
  readonly copyToPostIds?: readonly string[] | undefined;
}

/**
 * Looks up the posts to which a receipt is marked: one statement, however many they are.
 * @param pointer where in the request they stand
 * @throws Refusal of `endsOf`.
 */
export async function readEnds(
  database: SqlRunner,
  actor: Actor,
  marking: Marking,
  pointer = '#',
): Promise<ReceiptEnds> {
  return endsOf(await readPosts(database, actor, marking), actor, marking, pointer);
}

/** The posts that `endsOf` chooses from, as far as they are there: one statement. */
export function readPosts(
  database: SqlRunner,
  { organisationId, postId }: Actor,
  { toPostId, copyToPostIds = [] }: Marking,
): Promise<PostOnTheWay[]> {
  return postsOnTheWay(database, organisationId, [postId, toPostId.toLowerCase(), ...copyToPostIds]);
}

/**
 * @param found of `readPosts`.
 * @param pointer where in the request the posts stand
 * @throws Refusal `unknown-post`, `post-takes-no-files`, `to-oneself`, and `invalid-input` for a post that is named twice.
 */
export function endsOf(
  found: readonly PostOnTheWay[],
  { postId }: Actor,
  { toPostId, copyToPostIds = [] }: Marking,
  pointer = '#',
): ReceiptEnds {
  const receiving = (id: string) =>
    receivingPost(
      found.find((post) => post.id === id),
      postId,
    );
  const to = receiving(toPostId.toLowerCase());
  const copyTo = copyToPostIds.map(receiving);
  refuseMarkedTwice(to, copyTo, pointer);
  return { to, copyTo, superiorPostIds: found.flatMap(({ superiorPostIds }) => superiorPostIds) };
}

/** A receipt goes from the desk of its holder to another. */
export interface ReceiptToSend {
  readonly kind: 'forwarded' | 'returned' | 'redirected';
  readonly state: ReceiptState;
  readonly ends: ReceiptEnds;
  readonly asked: { readonly action: ActionAsked | null; readonly dueOn: string | null };
  readonly remarks: string | undefined;
  /** What the event says besides. */
  readonly data?: {
    readonly action?: ActionAsked | null;
    readonly dueOn?: string | null;
    readonly markedByPostId?: string | null;
  };
}

/**
 * Writes the movement, gives the receipt to the other desk, and copies to whoever else is to know of it; records it. The
 * caller has locked it and asked the rules. Forward, return and redirect are this one act.
 */
export async function sendReceipt(
  tx: Transaction,
  actor: Actor,
  receipt: Receipt,
  { kind, state, ends: { to, copyTo, superiorPostIds }, asked, remarks, data }: ReceiptToSend,
): Promise<ReceiptChanged> {
  const { id } = receipt;
  const sequence = receipt.movements + 1;
  const copyToPostIds = copyTo.map((post) => post.id);
  await writeMovement(tx, actor, {
    thing: { receiptId: id },
    sequence,
    kind,
    fromPostId: receipt.holderPostId,
    toPostId: to.id,
    urgency: receipt.urgency,
    remarks,
    ...asked,
  });
  const readers = [actor.postId, to.id, ...copyToPostIds];
  const version = await changeReceipt(tx, receipt, {
    state,
    holderPostId: to.id,
    senderPostId: actor.postId,
    sentRemarks: remarks ?? null,
    returned: kind === 'returned',
    redirected: kind === 'redirected',
    readerPostIds: withReaders(receipt.readerPostIds, receipt.grading, readers, superiorPostIds),
    since: NOW,
    openedAt: null,
    movements: sequence,
    ...asked,
  });
  await writeCopies(tx, actor, { receiptId: id, sequence }, copyToPostIds);
  await tx.record(`receipt.${kind}`, id, {
    reason: remarks,
    data: { movement: sequence, toPostId: to.id, ...copiesInEvent(copyToPostIds), ...data },
  });
  return { id, version };
}

/** What the event of an act tells of the copies that it gave. */
export const copiesInEvent = (copyToPostIds: readonly string[]) => (copyToPostIds.length > 0 ? { copyToPostIds } : {});

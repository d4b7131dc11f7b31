import type { Actor } from '@patravali/authorization';
import type { ActionAsked, Decision, FileChanged, Urgency } from '@patravali/contract';
import {
  changeCustody,
  type CustodyChange,
  type FileCustody,
  LEVELS_WITH_SENDER,
  withReaders,
  writeMovement,
} from '@patravali/custody';
import { NOW, type Transaction } from '@patravali/database';
import { rememberSent } from './sent-files';

/** A file goes from the desk of its holder to another. */
export interface MoveToDesk {
  readonly kind: 'forwarded' | 'returned' | 'put_up_for_correction' | 'correction_returned' | 'recalled';
  readonly toPostId: string;
  /** The posts above both desks, as far as they read the file from now on. */
  readonly superiorPostIds: readonly string[];
  readonly urgency?: Urgency;
  readonly remarks: string | null;
  /** What the register says besides. */
  readonly line?: {
    readonly notes?: number | undefined;
    readonly action?: ActionAsked | null;
    readonly dueOn?: string | null;
    readonly decision?: Decision | null | undefined;
    readonly recommendedTo?: string | null | undefined;
    /** The posts of the channel that it jumps. */
    readonly jumpedPostIds?: readonly string[];
    /** Why it was kept longer than the limit. */
    readonly explanation?: string | null;
  };
  /** What custody says besides. */
  readonly custody: Pick<
    CustodyChange,
    'action' | 'decision' | 'recommendedTo' | 'dueOn' | 'forCorrection' | 'notes' | 'paragraphs' | 'urgency'
  >;
  /** What the event says besides. */
  readonly event: { readonly relatedId?: string; readonly contentHash?: string | undefined; readonly data?: object };
}

/**
 * Writes the movement, gives custody to the other desk, puts the file on the list of what this post has sent, and records
 * it. The caller holds the custody lock, has asked the rules, and has counted the act as opening.
 */
export async function moveToDesk(
  tx: Transaction,
  actor: Actor,
  custody: FileCustody,
  { kind, toPostId, superiorPostIds, urgency = custody.urgency, remarks, line, custody: change, event }: MoveToDesk,
): Promise<FileChanged> {
  const { fileId, holderPostId: fromPostId } = custody;
  const sequence = custody.movements + 1;
  const { notes = custody.notes, ...more } = line ?? {};
  await writeMovement(tx, actor, {
    thing: { fileId, notes },
    sequence,
    kind,
    fromPostId,
    toPostId,
    urgency,
    remarks,
    ...more,
  });
  const readers = [actor.postId, toPostId];
  const version = await changeCustody(tx, custody, {
    holderPostId: toPostId,
    senderPostId: actor.postId,
    returned: kind === 'returned',
    sentRemarks: remarks,
    readerPostIds: withReaders(custody.readerPostIds, custody.grading, readers, superiorPostIds),
    since: NOW,
    openedAt: null,
    movements: sequence,
    ...change,
    levels: LEVELS_WITH_SENDER,
    jumpedPostIds: stillOwed(custody, line?.jumpedPostIds),
  });
  await rememberSent(tx, actor.postId, fileId);
  await tx.record(`file.${kind}`, fileId, {
    reason: remarks ?? undefined,
    ...event,
    data: { movement: sequence, toPostId, ...event.data, ...explained(line?.explanation) },
  });
  return { id: fileId, version };
}

/** What the event says of it: nothing, where none was asked. */
const explained = (explanation: string | null | undefined): object => (explanation ? { explanation } : {});

/** The jumped posts that the file has yet to pass: one that has sent it on, it has passed. */
function stillOwed({ holderPostId, jumpedPostIds }: FileCustody, jumped: readonly string[] = []): string[] {
  return [...new Set([...jumpedPostIds, ...jumped])].filter((id) => id !== holderPostId);
}

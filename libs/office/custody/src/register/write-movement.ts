import type { Actor } from '@patravali/authorization';
import type { ActionAsked, Decision, MovementKind, Urgency } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { v7 as uuidv7 } from 'uuid';
import { Movement } from './movement.entity';

export interface MovementLine {
  /** A file with the number of notes on its sheet, counting that which the act freezes; or a receipt. */
  readonly thing: { readonly fileId: string; readonly notes: number } | { readonly receiptId: string };
  readonly sequence: number;
  readonly kind: MovementKind;
  readonly fromPostId: string | null;
  readonly toPostId: string | null;
  readonly action?: ActionAsked | null | undefined;
  readonly urgency?: Urgency | null | undefined;
  readonly dueOn?: string | null | undefined;
  readonly remarks?: string | null | undefined;
  readonly decision?: Decision | null | undefined;
  readonly recommendedTo?: string | null | undefined;
  readonly jumpedPostIds?: readonly string[] | undefined;
  /** Why the holder kept it longer than the limit. */
  readonly explanation?: string | null | undefined;
}

/** Writes one line of the movement register, as the actor's act. */
export async function writeMovement(tx: Transaction, actor: Actor, line: MovementLine): Promise<void> {
  await tx.insert(Movement, {
    id: uuidv7(),
    organisationId: actor.organisationId,
    fileId: 'fileId' in line.thing ? line.thing.fileId : null,
    receiptId: 'receiptId' in line.thing ? line.thing.receiptId : null,
    sequence: line.sequence,
    kind: line.kind,
    fromPostId: line.fromPostId,
    toPostId: line.toPostId,
    byUserId: actor.userId,
    byPostId: actor.postId,
    capacity: actor.capacity,
    action: line.action ?? null,
    urgency: line.urgency ?? null,
    dueOn: line.dueOn ?? null,
    remarks: line.remarks ?? null,
    notes: 'notes' in line.thing ? line.thing.notes : null,
    decision: line.decision ?? null,
    recommendedTo: line.recommendedTo ?? null,
    jumpedPostIds: [...(line.jumpedPostIds ?? [])],
    explanation: line.explanation ?? null,
  });
}

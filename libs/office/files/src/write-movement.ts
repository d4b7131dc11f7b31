import type { Actor } from '@patravali/authorization';
import type { ActionAsked, MovementKind, Urgency } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { v7 as uuidv7 } from 'uuid';
import { Movement } from './movement.entity';

export interface Hop {
  readonly thing: { readonly fileId: string } | { readonly receiptId: string };
  readonly sequence: number;
  readonly kind: MovementKind;
  readonly fromPostId: string | null;
  readonly toPostId: string | null;
  readonly action?: ActionAsked | null | undefined;
  readonly urgency?: Urgency | null | undefined;
  readonly dueOn?: string | null | undefined;
  readonly remarks?: string | null | undefined;
}

/** Writes one line of the movement register, as the actor's act. */
export async function writeMovement(tx: Transaction, actor: Actor, hop: Hop): Promise<void> {
  await tx.insert(Movement, {
    id: uuidv7(),
    organisationId: actor.organisationId,
    fileId: 'fileId' in hop.thing ? hop.thing.fileId : null,
    receiptId: 'receiptId' in hop.thing ? hop.thing.receiptId : null,
    sequence: hop.sequence,
    kind: hop.kind,
    fromPostId: hop.fromPostId,
    toPostId: hop.toPostId,
    byUserId: actor.userId,
    byPostId: actor.postId,
    capacity: actor.capacity,
    action: hop.action ?? null,
    urgency: hop.urgency ?? null,
    dueOn: hop.dueOn ?? null,
    remarks: hop.remarks ?? null,
  });
}

import type { Actor } from '@patravali/authorization';
import type { ActionAsked, FileChanged, Urgency } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { changeCustody, countAsOpening, NOW } from './change-custody';
import type { FileCustody } from './file-custody.entity';
import { type Freezing, freezeNote } from './freeze-note';
import { readersWith } from './readers';
import { writeMovement } from './write-movement';

export interface Sending {
  readonly kind: 'forwarded' | 'returned';
  readonly toPostId: string;
  readonly action: ActionAsked | null;
  readonly urgency: Urgency | undefined;
  readonly dueOn: string | null;
  readonly remarks: string | null;
  readonly freezing: Freezing;
}

/**
 * One hop to another desk: freezes the note, moves custody, writes the movement and the event. Forward and return are
 * this one act. The caller holds the custody lock and has asked the rules.
 */
export async function sendFile(
  tx: Transaction,
  actor: Actor,
  custody: FileCustody,
  sending: Sending,
): Promise<FileChanged> {
  await countAsOpening(tx, custody);
  const frozen = await freezeNote(tx, actor, custody, sending.freezing);
  const urgency = sending.urgency ?? custody.urgency;
  const sequence = custody.movements + 1;
  await writeMovement(tx, actor, {
    thing: { fileId: custody.fileId },
    sequence,
    kind: sending.kind,
    fromPostId: custody.holderPostId,
    toPostId: sending.toPostId,
    action: sending.action,
    urgency,
    dueOn: sending.dueOn,
    remarks: sending.remarks,
  });
  const version = await changeCustody(tx, custody, {
    holderPostId: sending.toPostId,
    senderPostId: actor.postId,
    readerPostIds: await readersWith(tx, custody.readerPostIds, custody.grading, [actor.postId, sending.toPostId]),
    action: sending.action,
    urgency,
    dueOn: sending.dueOn,
    sentRemarks: sending.remarks,
    since: NOW,
    openedAt: null,
    movements: sequence,
    ...frozen?.counts,
  });
  await tx.query(
    `INSERT INTO file_sent (organisation_id, post_id, file_id) VALUES ($1, $2, $3)
     ON CONFLICT (organisation_id, post_id, file_id) DO UPDATE SET sent_at = clock_timestamp()`,
    [custody.organisationId, actor.postId, custody.fileId],
  );
  await tx.record({
    subject: { kind: 'file', id: custody.fileId },
    name: `file.${sending.kind}`,
    reason: sending.remarks ?? undefined,
    contentHash: frozen?.contentHash,
    data: {
      movement: sequence,
      toPostId: sending.toPostId,
      action: sending.action,
      urgency,
      dueOn: sending.dueOn,
      note: frozen?.number ?? null,
    },
  });
  return { id: custody.fileId, version };
}

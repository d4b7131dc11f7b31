import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { ActionAsked, FileChanged, Urgency } from '@patravali/contract';
import { changeCustody, type FileCustody, openingOf, withReaders, writeMovement } from '@patravali/custody';
import { NOW, type Transaction } from '@patravali/database';
import { FreezeNote, type Freezing, type NoteSheet, readSheet } from '@patravali/notes';
import { type PostOnTheWay, postsOnTheWay } from '@patravali/organisation';
import { rememberSent } from './sent-files';

export interface Sending {
  readonly kind: 'forwarded' | 'returned';
  readonly toPostId: string;
  readonly action: ActionAsked | null;
  readonly urgency: Urgency | undefined;
  readonly dueOn: string | null;
  readonly remarks: string | null;
  readonly freezing: Freezing;
}

/** What `read` answers. */
export interface BeforeSending {
  readonly sheet: NoteSheet;
  /** The post that sends and the one that receives, as far as they are there. */
  readonly posts: readonly PostOnTheWay[];
}

export interface FileToSend {
  readonly custody: FileCustody;
  readonly before: BeforeSending;
}

/**
 * One movement to another desk: freezes the note, moves custody, writes the movement and the event. Forward and return
 * are this one act.
 */
@Injectable()
export class SendFile {
  constructor(private readonly freezeNote: FreezeNote) {}

  /** What sending depends on beside custody: to be asked together with its lock, or later. */
  async read(tx: Transaction, actor: Actor, fileId: string, toPostId: string): Promise<BeforeSending> {
    const [sheet, posts] = await Promise.all([
      readSheet(tx, fileId),
      postsOnTheWay(tx, actor.organisationId, [actor.postId, toPostId]),
    ]);
    return { sheet, posts };
  }

  /** The caller holds the custody lock and has asked the rules. */
  async execute(
    tx: Transaction,
    actor: Actor,
    { custody, before }: FileToSend,
    sending: Sending,
  ): Promise<FileChanged> {
    await openingOf(tx, custody);
    const file = { custody, sheet: before.sheet };
    const frozen = await this.freezeNote.execute(tx, actor, file, sending.freezing);
    const urgency = sending.urgency ?? custody.urgency;
    const sequence = custody.movements + 1;
    await writeMovement(tx, actor, {
      thing: { fileId: custody.fileId, notes: frozen?.counts.notes ?? custody.notes },
      sequence,
      kind: sending.kind,
      fromPostId: custody.holderPostId,
      toPostId: sending.toPostId,
      action: sending.action,
      urgency,
      dueOn: sending.dueOn,
      remarks: sending.remarks,
      decision: frozen?.decision,
    });
    const version = await changeCustody(tx, custody, {
      holderPostId: sending.toPostId,
      senderPostId: actor.postId,
      readerPostIds: withReaders(
        custody.readerPostIds,
        custody.grading,
        [actor.postId, sending.toPostId],
        before.posts.flatMap(({ superiorPostIds }) => superiorPostIds),
      ),
      action: sending.action,
      decision: frozen?.decision ?? null,
      returned: sending.kind === 'returned',
      urgency,
      dueOn: sending.dueOn,
      sentRemarks: sending.remarks,
      since: NOW,
      openedAt: null,
      movements: sequence,
      ...frozen?.counts,
    });
    await rememberSent(tx, actor.postId, custody.fileId);
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
        decision: frozen?.decision ?? null,
      },
    });
    return { id: custody.fileId, version };
  }
}

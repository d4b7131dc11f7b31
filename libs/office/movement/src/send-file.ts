import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { ActionAsked, FileChanged, Urgency } from '@patravali/contract';
import { channelOfFile, explanationOf, type FileCustody, openingOf } from '@patravali/custody';
import type { Transaction } from '@patravali/database';
import { FreezeNote, type Freezing, frozenFacts, type NoteSheet, readSheet } from '@patravali/notes';
import { type ChannelOfDesk, type PostOnTheWay, readChannel } from '@patravali/organisation';
import { jumpedPosts } from './channel-rules';
import { moveToDesk } from './move-to-desk';

export interface Sending {
  readonly kind: 'forwarded' | 'returned' | 'recalled';
  readonly toPostId: string;
  readonly action: ActionAsked | null;
  readonly urgency: Urgency | undefined;
  readonly dueOn: string | null;
  readonly remarks: string | null;
  /** What had been asked of the other desk before, and is still asked. */
  readonly asBefore?: { readonly action: ActionAsked | null; readonly dueOn: string | null };
  readonly freezing: Freezing;
  /** Why the sender kept it, where that was asked. */
  readonly explanation: string | undefined;
}

/** What `read` answers. */
export interface BeforeSending {
  readonly sheet: NoteSheet;
  /** The post that sends and the one that receives, as far as they are there. */
  readonly posts: readonly PostOnTheWay[];
  readonly channel: ChannelOfDesk;
}

export interface FileToSend {
  readonly custody: FileCustody;
  readonly before: BeforeSending;
}

/**
 * One movement to another desk: freezes the note, moves custody, writes the movement and the event. Forward, return
 * and giving back on request are this one act.
 */
@Injectable()
export class SendFile {
  constructor(private readonly freezeNote: FreezeNote) {}

  /** What sending depends on beside custody: to be asked together with its lock, or later. */
  async read(tx: Transaction, actor: Actor, fileId: string, toPostId: string): Promise<BeforeSending> {
    const ends = [actor.postId, toPostId.toLowerCase()];
    const [sheet, channel] = await Promise.all([
      readSheet(tx, fileId),
      readChannel(tx, actor.organisationId, ends, { id: fileId, ...channelOfFile('$3') }),
    ]);
    return { sheet, channel, posts: channel.posts.filter(({ id }) => ends.includes(id)) };
  }

  /** The caller holds the custody lock and has asked the rules. @throws Refusal `explanation-needed`, `jump-needs-reason`, `way-back-first`. */
  async execute(
    tx: Transaction,
    actor: Actor,
    { custody, before }: FileToSend,
    sending: Sending,
  ): Promise<FileChanged> {
    const { kind } = sending;
    const explanation = explanationOf(before.channel.clock, sending.explanation);
    // What is given back goes where it came from, and jumps nothing.
    const jumped = kind === 'recalled' ? [] : jumpedPosts(custody, before.channel, { ...sending, kind });
    const jumpedPostIds = jumped.map(({ id }) => id);
    await openingOf(tx, custody);
    const file = { custody, sheet: before.sheet };
    const frozen = await this.freezeNote.execute(tx, actor, file, sending.freezing);
    const { toPostId, action, dueOn, remarks, urgency = custody.urgency } = sending;
    const decision = frozen?.decision ?? null;
    return await moveToDesk(tx, actor, custody, {
      kind,
      toPostId,
      urgency,
      remarks,
      superiorPostIds: before.posts.flatMap(({ superiorPostIds }) => superiorPostIds),
      line: { notes: frozen?.counts.notes, action, dueOn, decision, jumpedPostIds, explanation },
      custody: { action, decision, urgency, dueOn, ...sending.asBefore, ...frozen?.counts },
      event: {
        contentHash: frozen?.contentHash,
        data: {
          action,
          urgency,
          dueOn,
          ...frozenFacts(frozen),
          decision,
          ...(jumped.length > 0 ? { jumped: jumped.map(({ marking }) => marking) } : {}),
        },
      },
    });
  }
}

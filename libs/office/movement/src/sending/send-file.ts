import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { ActionAsked, FileChanged, Urgency } from '@patravali/contract';
import { channelOfFile, explanationOf, type FileCustody, openingOf } from '@patravali/custody';
import type { SqlRunner, Transaction } from '@patravali/database';
import {
  FreezeNote,
  type Freezing,
  frozenFacts,
  type NoteSheet,
  readSheets,
  type SheetFacts,
  type ToFreeze,
  whatFreezes,
} from '@patravali/notes';
import { type ChannelOfDesk, type PostOnTheWay, readChannels } from '@patravali/organisation';
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

/** What sending a file depends on beside custody. */
export interface BeforeSending {
  readonly sheet: NoteSheet;
  /** The post that sends and the one that receives, as far as they are there. */
  readonly posts: readonly PostOnTheWay[];
  readonly channel: ChannelOfDesk;
}

export interface FileToSend extends BeforeSending {
  readonly custody: FileCustody;
}

/** What is decided when nothing of the sending is refused. */
export interface SendingDecided {
  readonly explanation: string | null;
  readonly jumped: ChannelOfDesk['posts'];
  readonly toFreeze: ToFreeze | null;
}

/**
 * The rule of sending: of forward, return and giving back on request, and of the check of many files beforehand.
 * @param facts of `FreezeNote.readFacts`.
 * @throws Refusal `explanation-needed`, of `jumpedPosts`, and of `whatFreezes`.
 */
export function decideSending(facts: SheetFacts, actor: Actor, file: FileToSend, sending: Sending): SendingDecided {
  const { custody, channel } = file;
  const { kind } = sending;
  const explanation = explanationOf(channel.clock, sending.explanation);
  // What is given back goes where it came from, and jumps nothing.
  const jumped = kind === 'recalled' ? [] : jumpedPosts(custody, channel, { ...sending, kind });
  return { explanation, jumped, toFreeze: whatFreezes(facts, actor, file, sending.freezing) };
}

/**
 * One movement to another desk: freezes the note, moves custody, writes the movement and the event. Forward, return
 * and giving back on request are this one act.
 */
@Injectable()
export class SendFile {
  constructor(private readonly freezeNote: FreezeNote) {}

  /** What sending these files depends on beside custody: two statements, to be asked together with its lock, or later. */
  async read(
    database: SqlRunner,
    actor: Actor,
    fileIds: readonly string[],
    toPostId: string,
  ): Promise<(fileId: string) => BeforeSending> {
    const { organisationId, postId } = actor;
    const ends = [postId, toPostId.toLowerCase()];
    const [sheets, channels] = await Promise.all([
      readSheets(database, actor, fileIds),
      readChannels(database, organisationId, ends, fileIds, channelOfFile),
    ]);
    return (fileId) => {
      const [sheet, channel] = [sheets.get(fileId), channels.get(fileId)];
      if (!sheet || !channel) throw new Error(`Nothing was read of the file ${fileId}`);
      return { sheet, channel, posts: channel.posts.filter(({ id }) => ends.includes(id)) };
    };
  }

  /** The caller holds the custody lock and has asked the rules of the act. @throws Refusal of `decideSending`. */
  async execute(tx: Transaction, actor: Actor, file: FileToSend, sending: Sending): Promise<FileChanged> {
    const facts = await this.freezeNote.readFacts(tx, actor, [file], sending.freezing);
    return await this.write(tx, actor, file, sending, decideSending(facts, actor, file, sending));
  }

  /** Writes what `decideSending` has answered. The caller holds the custody lock. */
  async write(
    tx: Transaction,
    actor: Actor,
    file: FileToSend,
    sending: Sending,
    { explanation, jumped, toFreeze }: SendingDecided,
  ): Promise<FileChanged> {
    const { custody, posts } = file;
    const jumpedPostIds = jumped.map(({ id }) => id);
    await openingOf(tx, custody);
    const frozen = await this.freezeNote.write(tx, actor, file, toFreeze);
    const { kind, toPostId, action, dueOn, remarks, urgency = custody.urgency } = sending;
    const { decision = null, recommendedTo = null } = frozen ?? {};
    return await moveToDesk(tx, actor, custody, {
      kind,
      toPostId,
      urgency,
      remarks,
      superiorPostIds: posts.flatMap(({ superiorPostIds }) => superiorPostIds),
      line: { notes: frozen?.counts.notes, action, dueOn, decision, recommendedTo, jumpedPostIds, explanation },
      custody: { action, decision, recommendedTo, urgency, dueOn, ...sending.asBefore, ...frozen?.counts },
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

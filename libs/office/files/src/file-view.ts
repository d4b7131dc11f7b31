import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type FileMove, FileView, type Unnamed } from '@patravali/contract';
import {
  CUSTODY_FACTS,
  custodyFrom,
  fileClock,
  type FileCustody,
  LAST_RECALL,
  mayReadFile,
  possibleMoves,
} from '@patravali/custody';
import { Parameters, select } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { countReading } from '@patravali/ledger';
import { followingOf, LAST_REMINDER, mayRemind, PARKING_OF_FILE, suggestionsFor } from '@patravali/movement';
import {
  DECISION_OF_FILE,
  NOTES_SET_ASIDE,
  pendingNoteOf,
  PINNED_NOTES,
  pinnedNote,
  PinnedNoteRow,
} from '@patravali/notes';
import { actorRef, isSuperior, notesAreSigned, numberHeadRef, unitRef, withoutHindi } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { channelFacts, channelOf } from './file/file-channel';
import { FILE_ROW, FILES } from './file/file-row';
import { togetherOf } from './together/together-of-file';

const COVER = FileView.pick({
  unit: true,
  head: true,
  withoutHindi: true,
  createdBy: true,
  createdAt: true,
  coverRemarks: true,
  sentRemarks: true,
  closedAt: true,
  closingReason: true,
  counts: true,
  pendingNote: true,
  decided: true,
  signedNotes: true,
  lastRecall: true,
  notesSetAside: true,
  parking: true,
  lastReminder: true,
  following: true,
  clock: true,
  together: true,
});

const CLOCK = fileClock('f.created_at');

/** All of the head of the file page that is read. */
function viewFor(actor: Actor, parameters: Parameters) {
  const channel = channelFacts(actor, parameters);
  return FILE_ROW.with(COVER.shape, {
    unit: unitRef('f.unit_id'),
    head: numberHeadRef('f.head_id'),
    withoutHindi: withoutHindi('f.unit_id', 'f.head_id'),
    createdBy: actorRef('f.created_by_user_id', 'f.created_by_post_id', 'f.created_capacity'),
    createdAt: 'f.created_at',
    coverRemarks: 'f.cover_remarks',
    sentRemarks: 'c.sent_remarks',
    closedAt: `CASE WHEN c.state = 'closed' THEN c.since END`,
    closingReason: 'c.closing_reason',
    counts: `jsonb_build_object('notes', c.notes, 'correspondence', c.correspondence, 'pages', c.pages,
      'drafts', c.drafts, 'movements', c.movements)`,
    pendingNote: pendingNoteOf(actor, parameters),
    decided: DECISION_OF_FILE,
    signedNotes: notesAreSigned('c.organisation_id'),
    lastRecall: LAST_RECALL,
    notesSetAside: NOTES_SET_ASIDE(actor, parameters),
    parking: PARKING_OF_FILE,
    lastReminder: LAST_REMINDER,
    following: followingOf(actor, parameters),
    clock: CLOCK,
    together: togetherOf(actor, parameters),
  }).with(
    {
      custody: CUSTODY_FACTS.row,
      standsAbove: z.boolean(),
      pinned: z.array(PinnedNoteRow),
      channelFacts: channel.row,
    },
    {
      custody: CUSTODY_FACTS.json,
      standsAbove: isSuperior(parameters.bind(actor.postId), 'c.holder_post_id'),
      pinned: PINNED_NOTES,
      channelFacts: channel.json,
    },
  );
}

/** All that the head of the file page needs, with the moves that this person may make: two statements, three if graded above normal. */
@Injectable()
export class FileViewQuery {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `not-found` for whoever may not read it. */
  async execute(actor: Actor, fileId: string): Promise<Unnamed<FileView>> {
    const parameters = new Parameters();
    const { bind } = parameters;
    const view = viewFor(actor, parameters);
    const [row] = await select(
      this.database,
      view.row,
      `SELECT ${view.columns} FROM ${FILES} WHERE f.id = ${bind(fileId)} AND ${mayReadFile(actor, parameters)}`,
      parameters.values,
    );
    if (!row) throw new Refusal('not-found');
    if (row.grading !== 'normal' && !actor.readsForPrint)
      await countReading(this.database, actor, { item: { kind: 'file', id: fileId }, act: 'opened' });
    const { custody: facts, standsAbove, pinned, channelFacts: onChannel, ...shown } = row;
    const custody = custodyFrom(facts);
    const channel = channelOf(actor, custody, onChannel);
    const isHolder = custody.holderPostId === actor.postId;
    return {
      ...shown,
      ...channel.shown,
      pinnedNotes: pinned.map(pinnedNote),
      allowedMoves: movesOf(actor, custody, { standsAbove, ...shown }).filter(
        (move) => move !== 'return' || !channel.isReturnBarred,
      ),
      showsWhoSaw: actor.ability.can('list_who_saw', custody),
      suggestions: isHolder ? await suggestionsFor(this.database, actor, channel.whereTo) : [],
    };
  }
}

/** What ends a request for the file. */
const OF_OPEN_RECALL: readonly FileMove[] = ['agree_recall', 'refuse_recall', 'withdraw_recall'];

/** What two files decide together. */
function isBarred(
  move: FileMove,
  { postId }: Actor,
  { holderPostId }: FileCustody,
  { mainFile, part, incorporated, laterVolume, linked }: FileView['together'],
): boolean {
  if (move === 'open_part') return holderPostId === postId || part !== null;
  if (move === 'incorporate') return mainFile?.holder !== postId;
  if (move === 'close' || move === 'open_volume') return part !== null;
  return (move === 'reopen' && (incorporated || laterVolume !== null)) || (move === 'unlink' && linked.length === 0);
}

/** What this person may do now: the page shows these buttons and knows no rule of its own. */
function movesOf(
  actor: Actor,
  custody: FileCustody,
  {
    standsAbove,
    recall,
    together,
    clockStoppedFor,
  }: { standsAbove: boolean } & Pick<FileView, 'recall' | 'together' | 'clockStoppedFor'>,
): FileMove[] {
  return possibleMoves(custody).filter((move) => {
    if (move === 'open' && custody.openedAt) return false;
    if (move === 'pull_back' && custody.openedAt) return false;
    if (move === 'ask_recall' && (!custody.openedAt || recall === 'asked')) return false;
    if (OF_OPEN_RECALL.includes(move) && recall !== 'asked') return false;
    if (move === (clockStoppedFor ? 'stop_clock' : 'start_clock')) return false;
    if (move === 'pull_up' && !standsAbove) return false;
    if (isBarred(move, actor, custody, together)) return false;
    if (move === 'withdraw_consultation' && custody.opinionsAwaited === 0) return false;
    if (move === 'return' && !custody.senderPostId) return false;
    if (move === 'remind') return mayRemind(actor, custody, standsAbove);
    if (move === 'put_up_for_correction' && !actor.post.superiorPostId) return false;
    return actor.ability.can(move, custody);
  });
}

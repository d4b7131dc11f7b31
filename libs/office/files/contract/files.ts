import { Bilingual, Day, Instant, oneLine, operation, PageQuery, Reason, typed } from '@patravali/contract-base';
import { z } from 'zod';
import { FileClock } from '../../custody/contract/clocks';
import {
  Explanation,
  FileChanged,
  FileCreated,
  PARKING_EVENTS,
  Recall,
  RECALLS_ON_ROW,
  STOP_REASONS,
  WAYS_BACK,
} from '../../custody/contract/custody';
import { FILE_MOVES, FILE_STATES } from '../../custody/contract/file-life';
import { Following, ReminderLine } from '../../movement/contract/follow-up';
import { Suggestion } from '../../movement/contract/movement';
import { ParkingLine } from '../../movement/contract/parking';
import { FileDecision, NoteSetAside, PendingNote, PinnedNote } from '../../notes/contract/notes';
import { NOTE_UNFIT } from '../../notes/contract/refusals';
import { CaseCategoryRef, FileChannel } from '../../organisation/contract/channel';
import { pageOf } from '../../organisation/contract/list';
import { PostId, Posts } from '../../organisation/contract/named-posts';
import { ActorRef, UnitRef } from '../../organisation/contract/organisation';
import { ACTIONS_ASKED, DECISIONS, GRADINGS, URGENCIES } from '../../organisation/contract/vocabulary';
import { CASE_UNFINISHED } from './refusals';
import { FindFiles } from './searching';
import { Together } from './together';

export const CreateFile = z
  .strictObject({
    headId: z.uuid(),
    subject: oneLine(1000),
    grading: z.enum(GRADINGS).default('normal'),
    urgency: z.enum(URGENCIES).default('ordinary'),
    remarks: typed(2000).optional(),
    categoryId: z.uuid().nullable().optional(),
  })
  .meta({ id: 'CreateFile' });
export type CreateFile = z.infer<typeof CreateFile>;

export const CloseFile = z
  .strictObject({ reason: Reason, confirmNote: z.boolean().default(false), explanation: Explanation.optional() })
  .meta({ id: 'CloseFile' });
export type CloseFile = z.infer<typeof CloseFile>;
export const ReopenFile = z.strictObject({ reason: Reason }).meta({ id: 'ReopenFile' });
export type ReopenFile = z.infer<typeof ReopenFile>;

/** Subject, remarks and kind of case as they shall stand from now on. The numbers of a file never change. */
export const CorrectCover = z
  .strictObject({
    subject: oneLine(1000),
    remarks: typed(2000).nullable(),
    /** Left out, it stays. */
    categoryId: z.uuid().nullable().optional(),
    reason: Reason,
  })
  .meta({ id: 'CorrectCover' });
export type CorrectCover = z.infer<typeof CorrectCover>;

/** A file as a row of the desk or of a search. */
export const FileRow = z
  .object({
    id: z.uuid(),
    number: z.string(),
    computerNumber: z.int(),
    subject: z.string(),
    state: z.enum(FILE_STATES),
    grading: z.enum(GRADINGS),
    urgency: z.enum(URGENCIES),
    holder: PostId.nullable(),
    /** Who sent it to where it is. */
    from: PostId.nullable(),
    action: z.enum(ACTIONS_ASKED).nullable(),
    /** What was decided by the note with which it came to where it is. */
    decision: z.enum(DECISIONS).nullable(),
    /** The post that decides, where that was a recommendation. */
    recommendedTo: PostId.nullable(),
    /** It was sent past posts of its way, to which it goes before it comes down. */
    jumped: z.boolean(),
    /** It came back, with a reason. */
    returned: z.boolean(),
    /** A yellow note came with it, to be corrected. */
    forCorrection: z.boolean(),
    /** Whether its sender has asked for it back since it came, and was refused. */
    recall: z.enum(RECALLS_ON_ROW).nullable(),
    /** A superior took it from the desk of a post below. */
    pulledUp: z.boolean(),
    dueOn: Day.nullable(),
    /** Since when it is on that desk, or closed. */
    since: Instant,
    unread: z.boolean(),
    /** The day on which a parked file comes back by itself. */
    parkedUntil: Day.nullable(),
    parkedFor: z.enum(PARKING_EVENTS).nullable(),
    /** The next review of a case in the call book. */
    reviewOn: Day.nullable(),
    /** It came back to the desk by itself, and has not left it since. */
    backFromParking: z.enum(WAYS_BACK).nullable(),
    /** From this day on the days on the desk are counted; of a closed file it says nothing. */
    clockFrom: Day,
    /** Since when they are not counted, and why. */
    clockStoppedOn: Day.nullable(),
    clockStoppedFor: z.enum(STOP_REASONS).nullable(),
    /** How many of the posts that were consulted have not answered yet. */
    opinionsAwaited: z.int(),
    /** The first day by which one of them is to answer. */
    opinionDueOn: Day.nullable(),
    /** How often its holder was reminded of it. */
    reminders: z.int(),
    /** How many files travel inside it. */
    attachedFiles: z.int(),
    version: z.int(),
  })
  .meta({ id: 'FileRow' });
export type FileRow = z.infer<typeof FileRow>;

/** Everything the head of the file page needs; notes, letters, movements and events are lists of their own. */
export const FileView = FileRow.extend({
  unit: UnitRef,
  head: z.object({ series: z.string(), title: Bilingual }),
  /** Which of both have no abbreviation in Hindi, so that numbers in Hindi print the other. */
  withoutHindi: z.array(z.enum(['unit', 'head'])),
  createdBy: ActorRef,
  createdAt: Instant,
  coverRemarks: z.string().nullable(),
  sentRemarks: z.string().nullable(),
  closedAt: Instant.nullable(),
  closingReason: z.string().nullable(),
  counts: z.object({ notes: z.int(), correspondence: z.int(), pages: z.int(), drafts: z.int(), movements: z.int() }),
  allowedMoves: z.array(z.enum(FILE_MOVES)),
  /** The acting post may know who has seen it. */
  showsWhoSaw: z.boolean(),
  pendingNote: PendingNote.nullable(),
  /** In this office a note is not sent before its author has signed it. */
  signedNotes: z.boolean(),
  /** The latest running summary and the latest self-contained note, as far as there are any. */
  pinnedNotes: z.array(PinnedNote),
  suggestions: z.array(Suggestion),
  /** The last time that its sender asked for it back since it came. */
  lastRecall: Recall.nullable(),
  /** The notes in writing of the acting post that stayed behind when the file was taken from it, the oldest first. */
  notesSetAside: z.array(NoteSetAside),
  /** The kind of case, as far as the office keeps such kinds. */
  category: CaseCategoryRef.nullable(),
  /** The distinct levels of the desks that sent it on, and of the one where it is or was closed: the lowest first. */
  levels: z.array(z.int()),
  /** The ladder that the office has laid down for this kind of case; null without one. */
  channel: FileChannel.nullable(),
  /** Of a file without a ladder: the superiors of the acting post that holds it, the nearest first. */
  superiors: z.array(z.object({ post: PostId, level: z.int() })),
  /** What was decided on it, by its note sheet. */
  decided: FileDecision.nullable(),
  /** Who decides in the place of the acting post, whose decision would be a recommendation. */
  decides: PostId.nullable(),
  /** The jumped post to which the file goes first on its way back from the acting post. */
  wayBack: PostId.nullable(),
  /** How it was set aside, of a file that is. */
  parking: ParkingLine.nullable(),
  /** The last reminder to the desk where it is. */
  lastReminder: ReminderLine.nullable(),
  following: Following.nullable(),
  clock: FileClock,
  together: Together,
  posts: Posts,
}).meta({ id: 'FileView' });
export type FileView = z.infer<typeof FileView>;

export const EventView = z
  .object({
    sequence: z.int(),
    name: z.string(),
    /** Null of what nobody of the office did: a mail server reported it, or the program. */
    by: ActorRef.nullable(),
    at: Instant,
    reason: z.string().nullable(),
    data: z.record(z.string(), z.unknown()),
    contentHash: z.string().nullable(),
  })
  .meta({ id: 'EventView' });
export type EventView = z.infer<typeof EventView>;

export const fileOperations = {
  createFile: operation('POST', '/files', {
    summary: 'Open a new file',
    body: CreateFile,
    answer: FileCreated,
    status: 201,
    changes: ['desk'],
    event: 'file.created',
    refuses: [
      'grading-needs-officer',
      'not-found',
      'unknown-category',
      'unknown-number-head',
      'urgency-needs-officer',
      'urgency-not-in-use',
    ],
  }),
  findFiles: operation('GET', '/files', {
    summary: 'Find files',
    query: FindFiles,
    answer: pageOf(FileRow),
    shows: ['desk'],
    refuses: ['unknown-unit', 'unknown-post'],
  }),
  getFile: operation('GET', '/files/:fileId', {
    summary: 'Show a file',
    answer: FileView,
    etag: 'version',
    shows: ['file', 'movements', 'pending-note', 'following', 'draft'],
  }),
  closeFile: operation('POST', '/files/:fileId/close', {
    summary: 'Close a file',
    body: CloseFile,
    example: { reason: 'Disposed of by the letter of today.' },
    answer: FileChanged,
    ifMatch: 'optional',
    changes: ['desk', 'file'],
    move: 'close',
    event: 'file.closed',
    refuses: [
      NOTE_UNFIT,
      CASE_UNFINISHED,
      'explanation-needed',
      'note-unconfirmed',
      'note-unsigned',
      'part-not-closed-alone',
    ],
  }),
  reopenFile: operation('POST', '/files/:fileId/reopen', {
    summary: 'Reopen a closed file',
    body: ReopenFile,
    example: { reason: 'A further letter has come.' },
    answer: FileChanged,
    ifMatch: 'optional',
    changes: ['desk', 'file'],
    move: 'reopen',
    event: 'file.reopened',
    refuses: ['part-incorporated', 'volume-continued'],
  }),
  correctCover: operation('PUT', '/files/:fileId/cover', {
    summary: 'Correct the cover of a file',
    body: CorrectCover,
    example: { subject: 'Repair of the culvert at Rampur', remarks: null, reason: 'The name was misspelt.' },
    answer: FileChanged,
    ifMatch: 'required',
    changes: ['desk', 'file'],
    move: 'correct_cover',
    event: 'file.cover_corrected',
    refuses: ['category-lowers-authority', 'unknown-category'],
  }),
  getFileHistory: operation('GET', '/files/:fileId/history', {
    summary: 'List the events of a file',
    query: PageQuery,
    answer: pageOf(EventView),
    shows: ['file', 'movements', 'history', 'pending-note', 'draft'],
  }),
};

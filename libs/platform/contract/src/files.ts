import { z } from 'zod';
import { NoteContent, PendingNote } from './notes';
import { Bilingual, Day, Instant, PageQuery, Reason, typed } from './page';
import { ActorRef, PostRef, UnitRef } from './people';
import { ACTIONS_ASKED, FILE_MOVES, FILE_STATES, GRADINGS, MOVEMENT_KINDS, URGENCIES } from './vocabulary';

export const CreateFile = z
  .object({
    headId: z.uuid(),
    subject: typed(1000),
    grading: z.enum(GRADINGS).default('normal'),
    urgency: z.enum(URGENCIES).default('ordinary'),
    remarks: typed(2000).optional(),
  })
  .meta({ id: 'CreateFile' });
export type CreateFile = z.infer<typeof CreateFile>;

/** Sends the file on. `note` saves the composer's text first; `confirmNote` turns a yellow note green in the same act. */
export const ForwardFile = z
  .object({
    toPostId: z.uuid(),
    action: z.enum(ACTIONS_ASKED).default('put_up'),
    urgency: z.enum(URGENCIES).optional(),
    dueOn: Day.optional(),
    remarks: typed(2000).optional(),
    note: NoteContent.optional(),
    confirmNote: z.boolean().default(false),
  })
  .meta({ id: 'ForwardFile' });
export type ForwardFile = z.infer<typeof ForwardFile>;

/** Back to the post that sent it, with a reason. */
export const ReturnFile = z
  .object({ reason: Reason, note: NoteContent.optional(), confirmNote: z.boolean().default(false) })
  .meta({ id: 'ReturnFile' });
export type ReturnFile = z.infer<typeof ReturnFile>;

export const PullBackFile = z.object({ reason: Reason.optional() }).meta({ id: 'PullBackFile' });
export type PullBackFile = z.infer<typeof PullBackFile>;
export const CloseFile = z
  .object({ reason: Reason, confirmNote: z.boolean().default(false) })
  .meta({ id: 'CloseFile' });
export type CloseFile = z.infer<typeof CloseFile>;
export const ReopenFile = z.object({ reason: Reason }).meta({ id: 'ReopenFile' });
export type ReopenFile = z.infer<typeof ReopenFile>;

/** What a command on a file answers; the page then reads the file again. */
export const FileChanged = z.object({ id: z.uuid(), version: z.int() }).meta({ id: 'FileChanged' });
export type FileChanged = z.infer<typeof FileChanged>;
export const FileCreated = FileChanged.extend({ number: z.string(), computerNumber: z.int() }).meta({
  id: 'FileCreated',
});
export type FileCreated = z.infer<typeof FileCreated>;

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
    holder: PostRef.nullable(),
    /** Who sent it to where it is. */
    from: PostRef.nullable(),
    action: z.enum(ACTIONS_ASKED).nullable(),
    dueOn: Day.nullable(),
    /** Since when it is on that desk, or closed. */
    since: Instant,
    unread: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'FileRow' });
export type FileRow = z.infer<typeof FileRow>;

export const Suggestion = z
  .object({ post: PostRef, holder: Bilingual.nullable(), why: z.enum(['superior', 'sender', 'frequent']) })
  .meta({ id: 'Suggestion' });
export type Suggestion = z.infer<typeof Suggestion>;

/** Everything the head of the file page needs; notes, letters, movements and events are lists of their own. */
export const FileView = FileRow.extend({
  unit: UnitRef,
  head: z.object({ series: z.string(), title: Bilingual }),
  createdBy: ActorRef,
  createdAt: Instant,
  coverRemarks: z.string().nullable(),
  sentRemarks: z.string().nullable(),
  closedAt: Instant.nullable(),
  closingReason: z.string().nullable(),
  counts: z.object({ notes: z.int(), correspondence: z.int(), pages: z.int(), drafts: z.int(), movements: z.int() }),
  allowedMoves: z.array(z.enum(FILE_MOVES)),
  pendingNote: PendingNote.nullable(),
  suggestions: z.array(Suggestion),
}).meta({ id: 'FileView' });
export type FileView = z.infer<typeof FileView>;

export const MovementView = z
  .object({
    sequence: z.int(),
    kind: z.enum(MOVEMENT_KINDS),
    from: PostRef.nullable(),
    to: PostRef.nullable(),
    by: ActorRef,
    at: Instant,
    action: z.enum(ACTIONS_ASKED).nullable(),
    urgency: z.enum(URGENCIES).nullable(),
    dueOn: Day.nullable(),
    remarks: z.string().nullable(),
    /** When the desk it went to first opened it. */
    openedAt: Instant.nullable(),
  })
  .meta({ id: 'MovementView' });
export type MovementView = z.infer<typeof MovementView>;

export const EventView = z
  .object({
    sequence: z.int(),
    name: z.string(),
    by: ActorRef,
    at: Instant,
    reason: z.string().nullable(),
    data: z.record(z.string(), z.unknown()),
    contentHash: z.string().nullable(),
  })
  .meta({ id: 'EventView' });
export type EventView = z.infer<typeof EventView>;

/** Filters of the inbox; each is also a chip on the desk. */
export const InboxQuery = PageQuery.extend({
  order: z.enum(['newest', 'oldest', 'due']).default('newest'),
  unread: z.stringbool().optional(),
  late: z.stringbool().optional(),
  dueThisWeek: z.stringbool().optional(),
  action: z.enum(ACTIONS_ASKED).optional(),
});
export type InboxQuery = z.infer<typeof InboxQuery>;

/** Number, computer number or words of the subject; without `q` all that one may read, newest first. */
export const FindFiles = PageQuery.extend({
  q: z.string().trim().normalize('NFC').max(200).optional(),
  state: z.enum(FILE_STATES).optional(),
});
export type FindFiles = z.infer<typeof FindFiles>;

/** Counts of the desk of the acting post. Above 999 a count is given as 1000: "more than". */
export const DeskCounts = z
  .object({
    inbox: z.int(),
    unread: z.int(),
    late: z.int(),
    dueThisWeek: z.int(),
    receipts: z.int(),
    unreadReceipts: z.int(),
    drafts: z.int(),
    toDispatch: z.int(),
  })
  .meta({ id: 'DeskCounts' });
export type DeskCounts = z.infer<typeof DeskCounts>;

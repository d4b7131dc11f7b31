import { Day, Instant, oneLine, operation, PageQuery } from '@patravali/contract-base';
import { z } from 'zod';
import { DIARY_NUMBER } from '../../dak/contract/diary-number';
import { FILE_STATES } from '../../custody/contract/file-life';
import { EventView, FileRow } from '../../files/contract/files';
import { MOVEMENT_KINDS } from '../../movement/contract/movement';
import { pageOf } from '../../organisation/contract/list';
import { PostId, Posts } from '../../organisation/contract/named-posts';
import { UnitRef } from '../../organisation/contract/organisation';
import { ALL_PART_FAULTS, PartCounts } from './record-parts';

/** A word or a number that somebody looks for. */
const Sought = oneLine(200).optional();

/** Days, as a number in an address. */
const Days = z.coerce.number().int().min(1).max(9999);

/** A span of days that ends before it begins holds nothing, and whoever asks for one has typed something else. */
const inOrder = (from?: string, to?: string) => from === undefined || to === undefined || from <= to;

const FileFilters = PageQuery.extend({
  q: Sought,
  unitId: z.uuid().optional(),
  /** The series: by which head it is numbered. */
  headId: z.uuid().optional(),
  /** The kind of case. */
  categoryId: z.uuid().optional(),
  openedFrom: Day.optional(),
  openedTo: Day.optional(),
  /** On whose desk it is. */
  holderId: z.uuid().optional(),
  /** On that desk for more than so many days. */
  longerThan: Days.optional(),
  state: z.enum(FILE_STATES).optional(),
});
const OPENED_IN_ORDER = { error: 'ends-before-it-begins', path: ['openedTo'] };

/** The files of the units that the post audits, by any of these together; newest first. */
export const ListAuditedFiles = FileFilters.refine(
  ({ openedFrom, openedTo }) => inOrder(openedFrom, openedTo),
  OPENED_IN_ORDER,
);
export type ListAuditedFiles = z.infer<typeof ListAuditedFiles>;

/** So many files at most are drawn at once. */
export const MOST_DRAWN = 200;

/** Some of the files that the post audits, opened before the day of the draw, by a published seed. */
export const DrawSample = FileFilters.pick({
  unitId: true,
  headId: true,
  categoryId: true,
  openedFrom: true,
  openedTo: true,
})
  .extend({ seed: oneLine(200), day: Day, size: z.coerce.number().int().min(1).max(MOST_DRAWN) })
  .refine(({ openedFrom, openedTo }) => inOrder(openedFrom, openedTo), OPENED_IN_ORDER);
export type DrawSample = z.infer<typeof DrawSample>;

export const AuditedFile = FileRow.extend({
  unit: UnitRef,
  openedAt: Instant,
  /** For how many days it has been on the desk where it is; null of a closed file. */
  daysThere: z.int().nullable(),
}).meta({ id: 'AuditedFile' });
export type AuditedFile = z.infer<typeof AuditedFile>;

/** What was drawn, in the order of the draw, with all that is needed to repeat it beside the filters. */
export const Sample = z
  .object({
    seed: z.string(),
    day: Day,
    /** From how many. */
    among: z.int(),
    items: z.array(AuditedFile),
    posts: Posts,
  })
  .meta({ id: 'Sample' });
export type Sample = z.infer<typeof Sample>;

/** What an auditor looks out for in the life of a file. */
export const LINE_MARKS = ['returned', 'pulled_back', 'jumped', 'gap', 'back_dated'] as const;
export type LineMark = (typeof LINE_MARKS)[number];

/** After so many days without any event the next one stands behind a gap, unless another number is asked for. */
export const USUAL_GAP = 15;

export const ListTimeline = PageQuery.extend({
  gap: Days.default(USUAL_GAP),
  /** Only lines that are marked. */
  marked: z.stringbool().optional(),
});
export type ListTimeline = z.infer<typeof ListTimeline>;

/** A line in the life of a file: what happened to it, or to a letter that lies in it. */
export const TimelineLine = EventView.extend({
  /** To which letter it happened; null where it happened to the file. */
  receipt: z.object({ id: z.uuid(), ...DIARY_NUMBER }).nullable(),
  /** The line of the movement register, if the file or the letter went somewhere. */
  movement: z
    .object({
      kind: z.enum(MOVEMENT_KINDS),
      from: PostId.nullable(),
      to: PostId.nullable(),
      /** The posts of the channel that it left out. */
      jumped: z.array(PostId),
      /** For how many days it had been on the desk that it left. */
      daysThere: z.int().nullable(),
      /** The same in working days, without those for which the clock was stopped. */
      keptDays: z.int().nullable(),
    })
    .nullable(),
  /** How many days nothing had happened; null of the first line. */
  silentDays: z.int().nullable(),
  /** A letter that was diarised on a later day than it came. */
  backDated: z.object({ letterDate: Day.nullable(), receivedOn: Day, registeredOn: Day, days: z.int() }).nullable(),
  marks: z.array(z.enum(LINE_MARKS)),
}).meta({ id: 'TimelineLine' });
export type TimelineLine = z.infer<typeof TimelineLine>;

/** Events of the files and letters that the post audits, by any of these together; newest first. */
export const SearchEvents = PageQuery.extend({
  /** Part of a name, or a user name. */
  person: Sought,
  postId: z.uuid().optional(),
  /** What happened: `file.returned`. */
  name: z
    .string()
    .regex(/^[a-z]+\.[a-z_]+$/)
    .max(100)
    .optional(),
  from: Day.optional(),
  to: Day.optional(),
  /** Of a file, a computer number, or a diary number. */
  number: Sought,
}).refine(({ from, to }) => inOrder(from, to), { error: 'ends-before-it-begins', path: ['to'] });
export type SearchEvents = z.infer<typeof SearchEvents>;

export const FoundEvent = EventView.omit({ sequence: true })
  .extend({
    id: z.uuid(),
    /** To what it happened. */
    of: z.object({
      kind: z.enum(['file', 'receipt']),
      id: z.uuid(),
      number: z.string(),
      /** Of a letter, where its diary number reads otherwise in Hindi. */
      numberHi: z.string().nullable(),
    }),
  })
  .meta({ id: 'FoundEvent' });
export type FoundEvent = z.infer<typeof FoundEvent>;

/** When that day ended in India. */
export const AskAsOf = z.strictObject({ day: Day });
export type AskAsOf = z.infer<typeof AskAsOf>;

/** Where a file was when a day ended, and what was in it then. */
export const FileAsOf = z
  .object({
    day: Day,
    /** The movement that had brought it there; null of a day before it was opened. */
    stood: z.object({ kind: z.enum(MOVEMENT_KINDS), holder: PostId.nullable(), since: Instant }).nullable(),
    /** Its notes up to this number stood on the sheet. */
    notes: z.int(),
    /** The serial numbers of the letters that lay in it. */
    letters: z.array(z.int()),
    posts: Posts,
  })
  .meta({ id: 'FileAsOf' });
export type FileAsOf = z.infer<typeof FileAsOf>;

/**
 * What can be wrong with the record of a file: an event of it, of a letter or of a document on it; a note, a letter or an approved text that
 * is not the one of which an event tells; or the log itself, against which nothing can be held.
 */
export const RECORD_FAULTS = [
  'event_changed',
  'event_unchained',
  'event_missing',
  'event_too_early',
  'event_unlogged',
  'entry_changed',
  ...ALL_PART_FAULTS,
  'log_stands',
] as const;
export type RecordFault = (typeof RECORD_FAULTS)[number];

export const WrongRecord = z
  .object({
    fault: z.enum(RECORD_FAULTS),
    /** The event that is wrong, as it stands there now; of one that is missing, the next. */
    event: z
      .object({
        name: z.string(),
        at: Instant,
        /** To what it happened. */
        of: z.object({
          kind: z.enum(['file', 'receipt', 'document']),
          number: z.string().nullable(),
          numberHi: z.string().nullable(),
        }),
      })
      .nullable(),
    /** Of a note its number, of a letter its serial, of a draft which on its file. */
    number: z.int().nullable(),
    /** Of the entry of a register its table and key. */
    row: z.string().nullable(),
  })
  .meta({ id: 'WrongRecord' });
export type WrongRecord = z.infer<typeof WrongRecord>;

/** What a log can lose: events; itself as it was signed, so that it was written anew; the key that signs it. */
export const LOSS_KINDS = ['events', 'log', 'key'] as const;

/** What the log of the office says itself that it has lost. */
export const LogLoss = z
  .object({
    kind: z.enum(LOSS_KINDS),
    /** When it said so. */
    at: Instant,
    /** As a person gave it. */
    reason: z.string(),
    /** How many, of the office or of one file; null where it is not events that are lost. */
    events: z.int().nullable(),
  })
  .meta({ id: 'LogLoss' });
export type LogLoss = z.infer<typeof LogLoss>;

/** In the order in which the log says so; there are few, and mostly none. */
export const LogLosses = z.object({ items: z.array(LogLoss) }).meta({ id: 'LogLosses' });
export type LogLosses = z.infer<typeof LogLosses>;

/** What came of holding a file against what was recorded of it. */
export const FileVerification = z
  .object({
    /** Null: it has more events than are looked at while somebody waits, and nothing was. */
    events: z.int().nullable(),
    from: Instant.nullable(),
    until: Instant.nullable(),
    /** Events too young to be in the log as it was signed last. */
    waiting: z.int(),
    /** Of how long ago the first event of the office is that no checkpoint covers yet, in seconds; 0: none. */
    uncoveredSeconds: z.int(),
    /** The log as it was signed last. */
    log: z.object({ entries: z.int(), signedAt: Instant.nullable() }),
    /** How many things of each part of the record were compared: none where an event is wrong. */
    parts: PartCounts,
    /** Of these, as they were told when there were no other parts. */
    notes: z.int(),
    letters: z.int(),
    approvals: z.int(),
    /** Events of the file and of what lies on it that the office has lost. */
    losses: z.array(LogLoss),
    /** The first thing that is wrong; null: nothing was changed. */
    wrong: WrongRecord.nullable(),
  })
  .meta({ id: 'FileVerification' });
export type FileVerification = z.infer<typeof FileVerification>;

export const auditOperations = {
  listAuditedFiles: operation('GET', '/audit/files', {
    summary: 'List the files that the post audits',
    query: ListAuditedFiles,
    answer: pageOf(AuditedFile),
    refuses: ['not-allowed'],
  }),
  drawSample: operation('GET', '/audit/sample', {
    summary: 'Draw a random sample of the audited files',
    query: DrawSample,
    answer: Sample,
    refuses: ['date-in-future', 'not-allowed'],
  }),
  listTimeline: operation('GET', '/files/:fileId/timeline', {
    summary: 'List what happened to a file and its letters',
    query: ListTimeline,
    answer: pageOf(TimelineLine),
    refuses: ['not-allowed'],
  }),
  getFileAsOf: operation('GET', '/files/:fileId/as-of', {
    summary: 'Show a file as it was at the end of a day',
    query: AskAsOf,
    answer: FileAsOf,
    refuses: ['date-in-future', 'not-allowed'],
  }),
  verifyFile: operation('GET', '/files/:fileId/verification', {
    summary: 'Verify the record of a file',
    answer: FileVerification,
    perMinute: 60,
    changes: [],
    event: 'user.verified_file',
    refuses: ['not-allowed', 'outcome-unknown', 'store-unavailable'],
  }),
  getLogLosses: operation('GET', '/audit/losses', {
    summary: 'Show what the log of the office has lost',
    answer: LogLosses,
    refuses: ['not-allowed'],
  }),
  getFileLosses: operation('GET', '/files/:fileId/losses', {
    summary: 'Show which losses of the log concern a file',
    answer: LogLosses,
    refuses: ['not-allowed'],
  }),
  searchEvents: operation('GET', '/audit/events', {
    summary: 'Search the events of the audited files and letters',
    query: SearchEvents,
    answer: pageOf(FoundEvent),
    event: 'user.searched_events',
    refuses: ['not-allowed', 'outcome-unknown'],
  }),
};

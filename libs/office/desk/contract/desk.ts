import { operation, PageQuery } from '@patravali/contract-base';
import { z } from 'zod';
import { Question } from '../../consultations/contract/consultations';
import { FileChanged } from '../../custody/contract/custody';
import { CopiedReceipt, ReceiptRow } from '../../dak/contract/dak';
import { DraftRow } from '../../drafts/contract/drafts';
import { FileRow } from '../../files/contract/files';
import { LetterToSign } from '../../letters/contract/signatures';
import { Following } from '../../movement/contract/follow-up';
import { Discussion } from '../../notes/contract/discussions';
import { pageOf } from '../../organisation/contract/list';
import { ACTIONS_ASKED, DECISIONS, URGENCIES } from '../../organisation/contract/vocabulary';
import { DESK_ORDERS, INBOX_ORDERS } from './page-paths';

/** A file on the desk of the acting post. */
export const InboxFile = FileRow.extend({
  /** It stands above all others, until it leaves the desk. */
  pinned: z.boolean(),
}).meta({ id: 'InboxFile' });
export type InboxFile = z.infer<typeof InboxFile>;

/** What waits for a post: files and receipts, copies not seen, letters to sign, questions and discussions to be answered. */
export const DESK_KINDS = ['file', 'receipt', 'copy', 'letter', 'question', 'discussion'] as const;
export const DeskKind = z.enum(DESK_KINDS).meta({ id: 'DeskKind' });
export type DeskKind = z.infer<typeof DeskKind>;

/** Whatever waits on the desk of the acting post: under its kind stands what its own list says of it. */
export const DeskItem = z
  .object({
    kind: DeskKind,
    /** Of the file, receipt, letter, question or note. */
    id: z.uuid(),
    file: InboxFile.nullable(),
    receipt: ReceiptRow.nullable(),
    copy: CopiedReceipt.nullable(),
    letter: LetterToSign.nullable(),
    question: Question.nullable(),
    discussion: Discussion.nullable(),
  })
  .meta({ id: 'DeskItem' });
export type DeskItem = z.infer<typeof DeskItem>;

/** Filters of the desk. */
export const DeskQuery = PageQuery.extend({
  order: z.enum(DESK_ORDERS).default('late'),
  kind: DeskKind.optional(),
  unread: z.stringbool().optional(),
  /** Overdue, or there for longer than the limit. */
  late: z.stringbool().optional(),
  dueThisWeek: z.stringbool().optional(),
  urgency: z.enum(URGENCIES).optional(),
  /** The post that sent it. */
  from: z.uuid().optional(),
  /** The unit of the post that sent it. */
  fromUnit: z.uuid().optional(),
});
export type DeskQuery = z.infer<typeof DeskQuery>;

/** Filters of the files on a desk. */
export const InboxQuery = DeskQuery.omit({ kind: true }).extend({
  order: z.enum(INBOX_ORDERS).default('newest'),
  returned: z.stringbool().optional(),
  backFromParking: z.stringbool().optional(),
  action: z.enum(ACTIONS_ASKED).optional(),
  /** What was decided by the note with which it came; `any`: whatever it was. */
  decision: z.enum([...DECISIONS, 'recommended', 'any']).optional(),
});
export type InboxQuery = z.infer<typeof InboxQuery>;

/** Counts of the desk of the acting post. Above 999 a count is given as 1000: "more than". */
export const DeskCounts = z
  .object({
    inbox: z.int(),
    unread: z.int(),
    late: z.int(),
    dueThisWeek: z.int(),
    receipts: z.int(),
    unreadReceipts: z.int(),
    /** Copies for information that the post has not seen yet. */
    unseenCopies: z.int(),
    drafts: z.int(),
    /** Letters that the post is to sign now. */
    toSign: z.int(),
    toDispatch: z.int(),
    /** Letters that do not get on. */
    stuck: z.int(),
    /** Discussion notes that await the actor's answer. */
    discussions: z.int(),
    /** Questions of other desks that await an answer of the post. */
    questions: z.int(),
    /** What came back from parking by itself, of the inbox. */
    backFromParking: z.int(),
    parked: z.int(),
    followUp: z.int(),
    /** Files followed that have moved since the post last looked, or of which it wanted to be reminded by now. */
    followUpNews: z.int(),
    callBook: z.int(),
    /** Cases in the call book whose review is overdue. */
    reviewsOverdue: z.int(),
  })
  .meta({ id: 'DeskCounts' });
export type DeskCounts = z.infer<typeof DeskCounts>;

/** What the acting post follows. */
export const FollowUpQuery = PageQuery.extend({ news: z.stringbool().optional() });
export type FollowUpQuery = z.infer<typeof FollowUpQuery>;

export const FollowedFile = FileRow.extend({ following: Following }).meta({ id: 'FollowedFile' });
export type FollowedFile = z.infer<typeof FollowedFile>;

/** What lies on the desks below the acting post. */
export const WaitingQuery = PageQuery.extend({ overLimit: z.stringbool().optional() });
export type WaitingQuery = z.infer<typeof WaitingQuery>;

export const WaitingFile = FileRow.extend({
  /** It has been on that desk longer than the limit, and its clock runs. */
  overLimit: z.boolean(),
}).meta({ id: 'WaitingFile' });
export type WaitingFile = z.infer<typeof WaitingFile>;

export const deskOperations = {
  getDesk: operation('GET', '/desk', {
    summary: 'Count what lies on the desk',
    answer: DeskCounts,
    shows: ['desk', 'following', 'questions', 'discussions', 'issue'],
  }),
  listDesk: operation('GET', '/desk/items', {
    summary: 'List what waits for the post',
    description: 'Of every kind, what is pinned first.',
    query: DeskQuery,
    answer: pageOf(DeskItem),
    shows: ['desk', 'pending-note', 'questions', 'discussions', 'issue'],
  }),
  listInbox: operation('GET', '/desk/inbox', {
    summary: 'List the files on the desk',
    description: 'What is pinned comes first, whatever the order.',
    query: InboxQuery,
    answer: pageOf(InboxFile),
    shows: ['desk', 'pending-note'],
  }),
  pinFile: operation('POST', '/files/:fileId/pin', {
    summary: 'Pin a file to the top of the desk',
    answer: FileChanged,
    changes: ['desk'],
    move: 'pin',
    event: 'user.file_pinned',
  }),
  unpinFile: operation('POST', '/files/:fileId/unpin', {
    summary: 'Take the pin off a file on the desk',
    answer: FileChanged,
    changes: ['desk'],
    move: 'pin',
    event: 'user.file_unpinned',
  }),
  listSent: operation('GET', '/desk/sent', {
    summary: 'List the files that the desk has sent',
    query: PageQuery,
    answer: pageOf(FileRow),
    shows: ['desk'],
  }),
  listCreated: operation('GET', '/desk/created', {
    summary: 'List the files that the desk has opened',
    query: PageQuery,
    answer: pageOf(FileRow),
    shows: ['desk'],
  }),
  listClosed: operation('GET', '/desk/closed', {
    summary: 'List the files that the desk has closed',
    query: PageQuery,
    answer: pageOf(FileRow),
    shows: ['desk'],
  }),
  listParked: operation('GET', '/desk/parked', {
    summary: 'List the parked files of the desk',
    query: PageQuery,
    answer: pageOf(FileRow),
    shows: ['desk'],
  }),
  listFollowUp: operation('GET', '/desk/follow-up', {
    summary: 'List the files that the post follows',
    query: FollowUpQuery,
    answer: pageOf(FollowedFile),
    shows: ['desk', 'following'],
  }),
  listCallBook: operation('GET', '/desk/call-book', {
    summary: 'List the files in the call book',
    query: PageQuery,
    answer: pageOf(FileRow),
    shows: ['desk'],
  }),
  listWaitingBelow: operation('GET', '/desk/below', {
    summary: 'List the files that wait on the desks below',
    description: 'The longest there first; normal files alone.',
    query: WaitingQuery,
    answer: pageOf(WaitingFile),
    shows: ['desk'],
  }),
  listReceiptInbox: operation('GET', '/desk/receipts', {
    summary: 'List the receipts on the desk',
    query: PageQuery,
    answer: pageOf(ReceiptRow),
    shows: ['desk'],
  }),
  listSentReceipts: operation('GET', '/desk/sent-receipts', {
    summary: 'List the receipts that the desk has sent',
    description: 'As long as they lie there.',
    query: PageQuery,
    answer: pageOf(ReceiptRow),
    shows: ['desk'],
  }),
  listReceiptCopies: operation('GET', '/desk/receipt-copies', {
    summary: 'List the copies of receipts for the desk',
    query: PageQuery,
    answer: pageOf(CopiedReceipt),
    shows: ['desk'],
  }),
  listDrafts: operation('GET', '/desk/drafts', {
    summary: 'List the drafts of the desk',
    query: PageQuery,
    answer: pageOf(DraftRow),
    shows: ['desk', 'draft'],
  }),
};

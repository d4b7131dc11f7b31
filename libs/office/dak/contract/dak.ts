import { Day, Instant, oneLine, operation, RegisterQuery, typed, XLSX } from '@patravali/contract-base';
import { z } from 'zod';
import { ACTIVE_CONTENT, DocumentView } from '../../documents/contract/documents';
import { EnclosedDocument } from '../../documents/contract/enclosures';
import { pageOf } from '../../organisation/contract/list';
import { PostId, Posts } from '../../organisation/contract/named-posts';
import { ActorRef } from '../../organisation/contract/organisation';
import { ACTIONS_ASKED, GRADINGS, LETTER_LANGUAGES, URGENCIES } from '../../organisation/contract/vocabulary';
import { TYPESETTER_BUSY } from '../../signing/contract/refusals';
import { closingOperations, ReceiptClosing } from './closing';
import { completionOperations, COVERS } from './covers';
import { Correction, CorrectReceipt, DELIVERY_MODES, DIARISED_MODES } from './diary-entry';
import { DIARY_NUMBER } from './diary-number';
import {
  CopyTo,
  PullBackReceipt,
  ReceiptChanged,
  ReceiptCopy,
  ReceiptMovement,
  RedirectReceipt,
  ReturnReceipt,
  SETTING_RIGHT_MOVES,
} from './receipt-moves';
import { readLetterOperations } from './read-letter';
import { sameLetterOperations } from './same-letters';

export const RECEIPT_STATES = ['created', 'on_desk', 'in_file', 'closed'] as const;
export type ReceiptState = (typeof RECEIPT_STATES)[number];

export const RECEIPT_MOVES = [
  'open',
  'forward',
  ...SETTING_RIGHT_MOVES,
  'put_in_file',
  'correct',
  'complete',
  'detach',
  'close',
  'reopen',
] as const;
export type ReceiptMove = (typeof RECEIPT_MOVES)[number];

export const ForwardReceipt = z
  .strictObject({
    toPostId: z.uuid(),
    action: z.enum(ACTIONS_ASKED).default('for_necessary_action'),
    dueOn: Day.optional(),
    remarks: typed(2000).optional(),
    /** Posts that are given a copy for information by the same act. */
    copyToPostIds: CopyTo.optional(),
  })
  .meta({ id: 'ForwardReceipt' });
export type ForwardReceipt = z.infer<typeof ForwardReceipt>;

/** The diary entry of a letter that came in, with its scan, or by what its cover says (B1, B3, R-5). */
export const CreateReceipt = z
  .strictObject({
    documentId: z.uuid().optional(),
    /** Why there is no scan yet: it comes with `completeReceipt`. */
    cover: z.enum(COVERS).optional(),
    subject: oneLine(1000),
    senderName: oneLine(300),
    senderDesignation: oneLine(300).optional(),
    senderAddress: typed(1000).optional(),
    senderEmail: z.email().optional(),
    letterNumber: oneLine(200).optional(),
    letterDate: Day.optional(),
    receivedOn: Day,
    deliveryMode: z.enum(DIARISED_MODES),
    language: z.enum(LETTER_LANGUAGES),
    grading: z.enum(GRADINGS).default('normal'),
    urgency: z.enum(URGENCIES).default('ordinary'),
    enclosures: z.int().min(0).max(999).default(0),
    remarks: typed(2000).optional(),
    /** "Generate and send": marks it to a post in the same act. */
    forward: ForwardReceipt.optional(),
  })
  .refine(({ documentId, cover }) => documentId !== undefined || cover !== undefined, {
    error: 'missing',
    path: ['documentId'],
  })
  .refine(({ documentId, cover }) => documentId === undefined || cover === undefined, {
    error: 'not-with-a-scan',
    path: ['cover'],
  })
  .meta({ id: 'CreateReceipt' });
export type CreateReceipt = z.infer<typeof CreateReceipt>;

export const ReceiptCreated = z
  .object({ id: z.uuid(), ...DIARY_NUMBER, version: z.int() })
  .meta({ id: 'ReceiptCreated' });
export type ReceiptCreated = z.infer<typeof ReceiptCreated>;

export const ReceiptRow = z
  .object({
    id: z.uuid(),
    ...DIARY_NUMBER,
    subject: z.string(),
    senderName: z.string(),
    senderDesignation: z.string().nullable(),
    letterNumber: z.string().nullable(),
    letterDate: Day.nullable(),
    receivedOn: Day,
    deliveryMode: z.enum(DELIVERY_MODES),
    language: z.enum(LETTER_LANGUAGES),
    grading: z.enum(GRADINGS),
    urgency: z.enum(URGENCIES),
    state: z.enum(RECEIPT_STATES),
    holder: PostId.nullable(),
    from: PostId.nullable(),
    action: z.enum(ACTIONS_ASKED).nullable(),
    /** It came back to this desk, with a reason; or another desk, to which it had been marked, sent it on here. */
    returned: z.boolean(),
    redirected: z.boolean(),
    dueOn: Day.nullable(),
    since: Instant,
    unread: z.boolean(),
    /** Where it lies, once it has been put in a file. */
    file: z.object({ id: z.uuid(), number: z.string() }).nullable(),
    /** Of a letter that was diarised by its cover: which it was. */
    cover: z.enum(COVERS).nullable(),
    /** Whether its scan is there. */
    scanned: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'ReceiptRow' });
export type ReceiptRow = z.infer<typeof ReceiptRow>;

/** A line of the diary, with what was corrected in it, and how the letter ended. */
export const DiaryRow = ReceiptRow.extend({
  /** Where in its file it lies: C/firstPage to C/lastPage, for good. */
  placed: z.object({ firstPage: z.int(), lastPage: z.int() }).nullable(),
  /** Without a file; null while it is not closed. */
  closed: ReceiptClosing.nullable(),
  corrections: z.array(Correction),
  /** What was found in its scan; null when that was stored before it was looked for, or is not there. */
  active: z.array(z.enum(ACTIVE_CONTENT)).nullable(),
}).meta({ id: 'DiaryRow' });
export type DiaryRow = z.infer<typeof DiaryRow>;

export const ReceiptView = DiaryRow.extend({
  senderAddress: z.string().nullable(),
  senderEmail: z.string().nullable(),
  enclosures: z.int(),
  remarks: z.string().nullable(),
  sentRemarks: z.string().nullable(),
  /** Null as long as only the cover is known. */
  document: DocumentView.nullable(),
  /** The documents that came with a letter of this office. */
  enclosedDocuments: z.array(EnclosedDocument),
  diarisedBy: ActorRef,
  diarisedAt: Instant,
  /** The oldest first. */
  movements: z.array(ReceiptMovement),
  copies: z.array(ReceiptCopy),
  /** The actor may say for the acting post that it has seen its copy. */
  copyToSee: z.boolean(),
  allowedMoves: z.array(z.enum(RECEIPT_MOVES)),
  /** The acting post may know who has seen it. */
  showsWhoSaw: z.boolean(),
  posts: Posts,
}).meta({ id: 'ReceiptView' });
export type ReceiptView = z.infer<typeof ReceiptView>;

/** A receipt of which the acting post has a copy. */
export const CopiedReceipt = ReceiptRow.extend({ copy: ReceiptCopy.omit({ post: true }) }).meta({
  id: 'CopiedReceipt',
});
export type CopiedReceipt = z.infer<typeof CopiedReceipt>;

/** The diary between two days, and only the letters of which all that is said holds. */
export const FindDiary = RegisterQuery.extend({
  /** In the name or the designation of the sender. */
  party: oneLine(300).optional(),
  /** In the number that the letter bears. */
  numberHas: oneLine(200).optional(),
  mode: z.enum(DELIVERY_MODES).optional(),
  state: z.enum(RECEIPT_STATES).optional(),
  /** The post on whose desk it lies. */
  desk: z.uuid().optional(),
});
export type FindDiary = z.infer<typeof FindDiary>;

export const dakOperations = {
  ...closingOperations,
  ...completionOperations,
  ...readLetterOperations,
  ...sameLetterOperations,
  createReceipt: operation('POST', '/receipts', {
    summary: 'Register a letter that came in',
    body: CreateReceipt,
    answer: ReceiptCreated,
    status: 201,
    changes: ['desk', 'receipt'],
    event: 'receipt.created',
    refuses: [
      'date-in-future',
      'document-in-use',
      'due-date-closed',
      'due-date-past',
      'not-found',
      'post-takes-no-files',
      'to-oneself',
      'unknown-document',
      'unknown-post',
      'urgency-needs-officer',
      'urgency-not-in-use',
    ],
  }),
  getReceipt: operation('GET', '/receipts/:receiptId', {
    summary: 'Show a receipt',
    answer: ReceiptView,
    etag: 'version',
    shows: ['receipt'],
  }),
  openReceipt: operation('POST', '/receipts/:receiptId/open', {
    summary: 'Record that the desk has opened a receipt',
    answer: ReceiptChanged,
    ifMatch: 'optional',
    changes: ['desk', 'receipt'],
    event: 'receipt.opened',
    refuses: ['illegal-receipt-move'],
  }),
  forwardReceipt: operation('POST', '/receipts/:receiptId/forward', {
    summary: 'Forward a receipt to another desk',
    body: ForwardReceipt,
    answer: ReceiptChanged,
    ifMatch: 'optional',
    changes: ['desk', 'receipt'],
    event: 'receipt.forwarded',
    refuses: [
      'due-date-closed',
      'due-date-past',
      'illegal-receipt-move',
      'post-takes-no-files',
      'to-oneself',
      'unknown-post',
    ],
  }),
  pullBackReceipt: operation('POST', '/receipts/:receiptId/pull-back', {
    summary: 'Pull back a receipt that was not opened yet',
    body: PullBackReceipt,
    answer: ReceiptChanged,
    ifMatch: 'optional',
    changes: ['desk', 'receipt'],
    event: 'receipt.pulled_back',
    refuses: ['illegal-receipt-move', 'letter-opened'],
  }),
  returnReceipt: operation('POST', '/receipts/:receiptId/return', {
    summary: 'Return a receipt to the desk that sent it',
    body: ReturnReceipt,
    answer: ReceiptChanged,
    ifMatch: 'optional',
    changes: ['desk', 'receipt'],
    event: 'receipt.returned',
    refuses: ['illegal-receipt-move', 'letter-not-sent', 'post-takes-no-files', 'to-oneself', 'unknown-post'],
  }),
  redirectReceipt: operation('POST', '/receipts/:receiptId/redirect', {
    summary: 'Redirect a receipt that came to the wrong desk',
    body: RedirectReceipt,
    answer: ReceiptChanged,
    ifMatch: 'optional',
    changes: ['desk', 'receipt'],
    event: 'receipt.redirected',
    refuses: [
      'illegal-receipt-move',
      'letter-not-sent',
      'post-takes-no-files',
      'redirected-to-sender',
      'to-oneself',
      'unknown-post',
    ],
  }),
  seeReceiptCopy: operation('POST', '/receipts/:receiptId/copy/seen', {
    summary: 'Record that the desk has seen its copy of a receipt',
    description: 'The version of the receipt does not count it.',
    answer: ReceiptChanged,
    changes: ['desk', 'receipt'],
    event: 'receipt.copy_seen',
    refuses: ['no-copy'],
  }),
  correctReceipt: operation('PUT', '/receipts/:receiptId/entry', {
    summary: 'Correct the diary entry of a receipt',
    body: CorrectReceipt,
    answer: ReceiptChanged,
    ifMatch: 'required',
    changes: ['desk', 'receipt'],
    event: 'receipt.corrected',
    refuses: [
      'date-in-future',
      'entry-filed',
      'entry-of-another-desk',
      'grading-needs-officer',
      'illegal-receipt-move',
      'urgency-needs-officer',
      'urgency-not-in-use',
    ],
  }),
  listDiary: operation('GET', '/diary', {
    summary: 'List the entries of the diary',
    query: FindDiary,
    answer: pageOf(DiaryRow),
    shows: ['receipt'],
  }),
  downloadDiary: operation('GET', '/diary.pdf', {
    summary: 'Download the diary as a PDF',
    query: FindDiary,
    media: 'application/pdf',
    perMinute: 30,
    refuses: [TYPESETTER_BUSY],
  }),
  downloadDiaryCsv: operation('GET', '/diary.csv', {
    summary: 'Export the diary as CSV',
    query: FindDiary,
    media: 'text/csv',
    perMinute: 30,
  }),
  downloadDiaryXlsx: operation('GET', '/diary.xlsx', {
    summary: 'Export the diary as a spreadsheet',
    query: FindDiary,
    media: XLSX,
    perMinute: 30,
  }),
};

import { z } from 'zod';
import { Day, Instant, PageQuery, typed } from './page';
import { ActorRef, PostRef } from './people';
import {
  ACTIONS_ASKED,
  CORRESPONDENCE_KINDS,
  DELIVERY_MODES,
  FLAGS,
  GRADINGS,
  LETTER_LANGUAGES,
  RECEIPT_MOVES,
  RECEIPT_STATES,
  URGENCIES,
} from './vocabulary';

/** A stored PDF. Its bytes are served under their hash and never change. */
export const DocumentView = z
  .object({
    id: z.uuid(),
    sha256: z.string(),
    size: z.int(),
    pages: z.int(),
    fileName: z.string(),
    hasText: z.boolean(),
    uploadedAt: Instant,
  })
  .meta({ id: 'DocumentView' });
export type DocumentView = z.infer<typeof DocumentView>;

/** The diary entry of a letter that came in (B1, B3). */
export const CreateReceipt = z
  .object({
    documentId: z.uuid(),
    subject: typed(1000),
    senderName: typed(300),
    senderDesignation: typed(300).optional(),
    senderAddress: typed(1000).optional(),
    senderEmail: z.email().optional(),
    letterNumber: typed(200).optional(),
    letterDate: Day.optional(),
    receivedOn: Day,
    deliveryMode: z.enum(DELIVERY_MODES),
    language: z.enum(LETTER_LANGUAGES),
    grading: z.enum(GRADINGS).default('normal'),
    urgency: z.enum(URGENCIES).default('ordinary'),
    enclosures: z.int().min(0).max(999).default(0),
    remarks: typed(2000).optional(),
    /** "Generate and send": marks it to a post in the same act. */
    forward: z
      .object({
        toPostId: z.uuid(),
        action: z.enum(ACTIONS_ASKED).default('for_necessary_action'),
        dueOn: Day.optional(),
        remarks: typed(2000).optional(),
      })
      .optional(),
  })
  .meta({ id: 'CreateReceipt' });
export type CreateReceipt = z.infer<typeof CreateReceipt>;

export const ReceiptCreated = z
  .object({ id: z.uuid(), diaryNumber: z.string(), version: z.int() })
  .meta({ id: 'ReceiptCreated' });
export type ReceiptCreated = z.infer<typeof ReceiptCreated>;

export const ForwardReceipt = z
  .object({
    toPostId: z.uuid(),
    action: z.enum(ACTIONS_ASKED).default('for_necessary_action'),
    dueOn: Day.optional(),
    remarks: typed(2000).optional(),
  })
  .meta({ id: 'ForwardReceipt' });
export type ForwardReceipt = z.infer<typeof ForwardReceipt>;

export const PutReceiptInFile = z
  .object({ fileId: z.uuid(), flag: z.enum(FLAGS).nullable().default('puc') })
  .meta({ id: 'PutReceiptInFile' });
export type PutReceiptInFile = z.infer<typeof PutReceiptInFile>;

export const ReceiptChanged = z.object({ id: z.uuid(), version: z.int() }).meta({ id: 'ReceiptChanged' });
export type ReceiptChanged = z.infer<typeof ReceiptChanged>;

export const PutInFile = ReceiptChanged.extend({ serial: z.int(), firstPage: z.int(), lastPage: z.int() }).meta({
  id: 'PutInFile',
});
export type PutInFile = z.infer<typeof PutInFile>;

export const ReceiptRow = z
  .object({
    id: z.uuid(),
    diaryNumber: z.string(),
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
    holder: PostRef.nullable(),
    from: PostRef.nullable(),
    action: z.enum(ACTIONS_ASKED).nullable(),
    dueOn: Day.nullable(),
    since: Instant,
    unread: z.boolean(),
    /** Where it lies, once it has been put in a file. */
    file: z.object({ id: z.uuid(), number: z.string() }).nullable(),
    version: z.int(),
  })
  .meta({ id: 'ReceiptRow' });
export type ReceiptRow = z.infer<typeof ReceiptRow>;

export const ReceiptView = ReceiptRow.extend({
  senderAddress: z.string().nullable(),
  senderEmail: z.string().nullable(),
  enclosures: z.int(),
  remarks: z.string().nullable(),
  sentRemarks: z.string().nullable(),
  document: DocumentView,
  diarisedBy: ActorRef,
  diarisedAt: Instant,
  allowedMoves: z.array(z.enum(RECEIPT_MOVES)),
}).meta({ id: 'ReceiptView' });
export type ReceiptView = z.infer<typeof ReceiptView>;

/** A register between two days, inclusive; newest first. */
export const RegisterQuery = PageQuery.extend({ from: Day.optional(), to: Day.optional() });
export type RegisterQuery = z.infer<typeof RegisterQuery>;

/** A line of the file's table of contents: a letter with its serial and its pages C/first to C/last. */
export const CorrespondenceView = z
  .object({
    id: z.uuid(),
    serial: z.int(),
    kind: z.enum(CORRESPONDENCE_KINDS),
    firstPage: z.int(),
    lastPage: z.int(),
    /** Sender of what came in, first addressee of what went out. */
    party: z.string(),
    letterNumber: z.string().nullable(),
    letterDate: Day.nullable(),
    subject: z.string(),
    flag: z.enum(FLAGS).nullable(),
    document: DocumentView,
    receiptId: z.uuid().nullable(),
    issueId: z.uuid().nullable(),
    diaryNumber: z.string().nullable(),
    addedAt: Instant,
    addedBy: ActorRef,
  })
  .meta({ id: 'CorrespondenceView' });
export type CorrespondenceView = z.infer<typeof CorrespondenceView>;

export const FlagCorrespondence = z.object({ flag: z.enum(FLAGS).nullable() }).meta({ id: 'FlagCorrespondence' });
export type FlagCorrespondence = z.infer<typeof FlagCorrespondence>;

import { Day, Instant, operation, PageQuery, Reason } from '@patravali/contract-base';
import { z } from 'zod';
import { FileChanged } from '../../custody/contract/custody';
import { NOT_HELD } from '../../custody/contract/refusals';
import { DIARY_NUMBER_OR_NONE } from '../../dak/contract/diary-number';
import { ReceiptChanged } from '../../dak/contract/receipt-moves';
import { DocumentView } from '../../documents/contract/documents';
import { pageOf } from '../../organisation/contract/list';
import { ActorRef } from '../../organisation/contract/organisation';

/** How an issued letter ceased to hold: it was revoked, or a later letter has taken its place. Its bytes stay. */
export const WITHDRAWAL_KINDS = ['revoked', 'superseded'] as const;
export type WithdrawalKind = (typeof WITHDRAWAL_KINDS)[number];

export const CORRESPONDENCE_KINDS = ['received', 'issued'] as const;
export type CorrespondenceKind = (typeof CORRESPONDENCE_KINDS)[number];

/**
 * Paper under consideration, fresh receipts FR I, FR II … and other papers A, B …. Several letters may be under
 * consideration together; of every other flag a file has one, which may be moved to another letter. FR I is `fr`.
 */
export const FLAGS = [
  'puc',
  'fr',
  'fr2',
  'fr3',
  'fr4',
  'fr5',
  'fr6',
  'fr7',
  'fr8',
  'fr9',
  'fr10',
  'a',
  'b',
  'c',
  'd',
  'e',
  'f',
  'g',
  'h',
  'i',
  'j',
  'k',
  'l',
  'm',
  'n',
  'o',
  'p',
  'q',
  'r',
  's',
  't',
  'u',
  'v',
  'w',
  'x',
  'y',
  'z',
] as const;
export type Flag = (typeof FLAGS)[number];

export const PutReceiptInFile = z
  .strictObject({
    fileId: z.uuid(),
    flag: z.enum(FLAGS).nullable().default('puc'),
    /** Which letter that went out from this file it answers. */
    answersIssueId: z.uuid().optional(),
    /** For which of its addressees, counted from 0: whose reply is no longer awaited. Needed where the letter has several. */
    answersRecipient: z.int().min(0).optional(),
  })
  .meta({ id: 'PutReceiptInFile' });
export type PutReceiptInFile = z.infer<typeof PutReceiptInFile>;

export const PutInFile = ReceiptChanged.extend({ serial: z.int(), firstPage: z.int(), lastPage: z.int() }).meta({
  id: 'PutInFile',
});
export type PutInFile = z.infer<typeof PutInFile>;

/** The trace of a letter that was put in by mistake: its serial and pages stay given. */
export const Detached = z.object({ reason: z.string(), at: Instant, by: ActorRef }).meta({ id: 'Detached' });

/** A line of the file's table of contents: a letter with its serial and its pages C/first to C/last. */
export const CorrespondenceView = z
  .object({
    id: z.uuid(),
    serial: z.int(),
    kind: z.enum(CORRESPONDENCE_KINDS),
    firstPage: z.int(),
    lastPage: z.int(),
    /** Sender of what came in, first addressee of what went out; null once it is detached. */
    party: z.string().nullable(),
    letterNumber: z.string().nullable(),
    letterDate: Day.nullable(),
    /** Null once it is detached. */
    subject: z.string().nullable(),
    flag: z.enum(FLAGS).nullable(),
    /** Null once it is detached: whoever reads the file no longer reads the letter. */
    document: DocumentView.nullable(),
    receiptId: z.uuid().nullable(),
    issueId: z.uuid().nullable(),
    /** How what went out ceased to hold; null while it holds, and of what came in. */
    withdrawn: z.enum(WITHDRAWAL_KINDS).nullable(),
    /** The letter of this file that it answers; null once it is detached. */
    answersIssueId: z.uuid().nullable(),
    ...DIARY_NUMBER_OR_NONE,
    /** The day on which it was received, as its stamp says; null for what went out. */
    receivedOn: Day.nullable(),
    addedAt: Instant,
    addedBy: ActorRef,
    /** The place of its docket on the note sheet: how many notes, and movements, the file had when it was put in. */
    afterNote: z.int(),
    afterMovement: z.int(),
    /** What was written on the receipt on its way to the file, the oldest first: reproduced before the note. */
    remarks: z.array(z.object({ by: ActorRef, at: Instant, text: z.string() })),
    /** The numbers of the frozen notes that refer to one of its pages. */
    citedBy: z.array(z.int()),
    detached: Detached.nullable(),
    /** Whether it may still be detached: it was put in by mistake, and the file has not left the desk since. */
    detachable: z.boolean(),
  })
  .meta({ id: 'CorrespondenceView' });
export type CorrespondenceView = z.infer<typeof CorrespondenceView>;

export const DetachLetter = z.strictObject({ reason: Reason }).meta({ id: 'DetachLetter' });
export type DetachLetter = z.infer<typeof DetachLetter>;

export const FlagCorrespondence = z.strictObject({ flag: z.enum(FLAGS).nullable() }).meta({ id: 'FlagCorrespondence' });
export type FlagCorrespondence = z.infer<typeof FlagCorrespondence>;

export const correspondenceOperations = {
  putReceiptInFile: operation('POST', '/receipts/:receiptId/put-in-file', {
    summary: 'Put a receipt in a file',
    body: PutReceiptInFile,
    answer: PutInFile,
    ifMatch: 'optional',
    changes: ['desk', 'file', 'receipt'],
    move: 'add_receipt',
    event: 'correspondence.added',
    refuses: ['file-less-graded', 'illegal-receipt-move', 'letter-without-scan', 'recipient-unknown'],
  }),
  listCorrespondence: operation('GET', '/files/:fileId/correspondence', {
    summary: 'List the letters of a file',
    query: PageQuery,
    answer: pageOf(CorrespondenceView),
    shows: ['file', 'correspondence'],
  }),
  flagCorrespondence: operation('PUT', '/files/:fileId/correspondence/:serial/flag', {
    summary: 'Set or clear the flag of a letter on a file',
    body: FlagCorrespondence,
    answer: FileChanged,
    ifMatch: 'optional',
    changes: ['correspondence', 'history'],
    event: 'correspondence.flagged',
    refuses: [NOT_HELD, 'letter-detached'],
  }),
  detachLetter: operation('POST', '/files/:fileId/correspondence/:serial/detach', {
    summary: 'Detach a letter from a file',
    body: DetachLetter,
    answer: FileChanged,
    ifMatch: 'optional',
    changes: ['desk', 'file', 'receipt'],
    event: 'correspondence.detached',
    refuses: [NOT_HELD, 'illegal-receipt-move', 'letter-detached', 'letter-went-with-file', 'office-copy-stays'],
  }),
};

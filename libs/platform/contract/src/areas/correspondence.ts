import { z } from 'zod';
import { pageOf } from '../list';
import { operation } from '../operation';
import { Day, Instant, PageQuery } from '../page';
import { FileChanged } from './custody';
import { ReceiptChanged } from './dak';
import { DocumentView } from './documents';
import { ActorRef } from './organisation';

export const CORRESPONDENCE_KINDS = ['received', 'issued'] as const;
export type CorrespondenceKind = (typeof CORRESPONDENCE_KINDS)[number];

/** Paper under consideration, and fresh receipts. */
export const FLAGS = ['puc', 'fr'] as const;
export type Flag = (typeof FLAGS)[number];

export const PutReceiptInFile = z
  .strictObject({ fileId: z.uuid(), flag: z.enum(FLAGS).nullable().default('puc') })
  .meta({ id: 'PutReceiptInFile' });
export type PutReceiptInFile = z.infer<typeof PutReceiptInFile>;

export const PutInFile = ReceiptChanged.extend({ serial: z.int(), firstPage: z.int(), lastPage: z.int() }).meta({
  id: 'PutInFile',
});
export type PutInFile = z.infer<typeof PutInFile>;

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
    /** The day on which it was received, as its stamp says; null for what went out. */
    receivedOn: Day.nullable(),
    addedAt: Instant,
    addedBy: ActorRef,
  })
  .meta({ id: 'CorrespondenceView' });
export type CorrespondenceView = z.infer<typeof CorrespondenceView>;

export const FlagCorrespondence = z.strictObject({ flag: z.enum(FLAGS).nullable() }).meta({ id: 'FlagCorrespondence' });
export type FlagCorrespondence = z.infer<typeof FlagCorrespondence>;

export const correspondenceOperations = {
  putReceiptInFile: operation('POST', '/receipts/:receiptId/put-in-file', {
    body: PutReceiptInFile,
    answer: PutInFile,
    ifMatch: 'optional',
  }),
  listCorrespondence: operation('GET', '/files/:fileId/correspondence', {
    query: PageQuery,
    answer: pageOf(CorrespondenceView),
  }),
  flagCorrespondence: operation('PUT', '/files/:fileId/correspondence/:serial/flag', {
    body: FlagCorrespondence,
    answer: FileChanged,
    ifMatch: 'optional',
  }),
};

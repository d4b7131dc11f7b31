import { operation, Problem } from '@patravali/contract-base';
import { z } from 'zod';
import { CloseReceipt } from '../../dak/contract/closing';
import { ForwardReceipt } from '../../dak/contract/dak';
import { ForwardFile } from '../../movement/contract/movement';
import { ParkFile } from '../../movement/contract/parking';

/** So many files or receipts at once: as many as one looks through before one acts. */
export const MOST_IN_ONE_ACT = 100;

/** What is done to each of the files; each is one act of its own. */
export const BulkAct = z.discriminatedUnion('kind', [
  ForwardFile.omit({ note: true, confirmNote: true, explanation: true }).extend({ kind: z.literal('forward') }),
  z.strictObject({ kind: z.literal('open') }),
  ParkFile.safeExtend({ kind: z.literal('park') }),
  z.strictObject({ kind: z.literal('follow') }),
]);
export type BulkAct = z.infer<typeof BulkAct>;
export type BulkActKind = BulkAct['kind'];

/** What is done to each of the receipts: marked to a post, with the same copies for each, opened, or closed for the same reason. */
export const BulkReceiptAct = z.discriminatedUnion('kind', [
  ForwardReceipt.extend({ kind: z.literal('forward') }),
  z.strictObject({ kind: z.literal('open') }),
  CloseReceipt.extend({ kind: z.literal('close') }),
]);
export type BulkReceiptAct = z.infer<typeof BulkReceiptAct>;
export type BulkReceiptActKind = BulkReceiptAct['kind'];

const NamedOnce = z
  .array(z.uuid().toLowerCase())
  .min(1)
  .max(MOST_IN_ONE_ACT)
  .refine((ids) => new Set(ids).size === ids.length, 'named-twice');

/** One act to be done to several files, each named once. */
export const ActOnFiles = z.strictObject({ fileIds: NamedOnce, act: BulkAct }).meta({ id: 'ActOnFiles' });
export type ActOnFiles = z.infer<typeof ActOnFiles>;

/** One act to be done to several receipts, each named once. */
export const ActOnReceipts = z
  .strictObject({ receiptIds: NamedOnce, act: BulkReceiptAct })
  .meta({ id: 'ActOnReceipts' });
export type ActOnReceipts = z.infer<typeof ActOnReceipts>;

/** For each file or receipt, in the order in which they were named, why it could not be touched; null when it could. */
export const BulkChecked = z
  .object({ items: z.array(z.object({ id: z.uuid(), refusal: Problem.nullable() })) })
  .meta({ id: 'BulkChecked' });
export type BulkChecked = z.infer<typeof BulkChecked>;

/** What has become of each file or receipt: its new version, or why it was not touched. */
export const BulkActDone = z
  .object({ items: z.array(z.object({ id: z.uuid(), version: z.int().nullable(), refusal: Problem.nullable() })) })
  .meta({ id: 'BulkActDone' });
export type BulkActDone = z.infer<typeof BulkActDone>;

export const bulkActOperations = {
  checkBulkAct: operation('POST', '/desk/inbox/check', {
    summary: 'Check an act on several files without doing it',
    description: 'Changes nothing: says of each file why the act would be refused.',
    body: ActOnFiles,
    answer: BulkChecked,
    changes: [],
  }),
  doBulkAct: operation('POST', '/desk/inbox/acts', {
    summary: 'Do one act to several files',
    description: 'Each file is acted on by itself, and each that could not be touched says why.',
    body: ActOnFiles,
    answer: BulkActDone,
    changes: ['desk', 'file'],
    event: ['file.forwarded', 'file.opened', 'file.parked', 'user.file_followed'],
  }),
  checkBulkReceiptAct: operation('POST', '/desk/receipts/check', {
    summary: 'Check an act on several receipts without doing it',
    description: 'Changes nothing: says of each receipt why the act would be refused.',
    body: ActOnReceipts,
    answer: BulkChecked,
    changes: [],
  }),
  doBulkReceiptAct: operation('POST', '/desk/receipts/acts', {
    summary: 'Do one act to several receipts',
    description: 'Each receipt is acted on by itself, and each that could not be touched says why.',
    body: ActOnReceipts,
    answer: BulkActDone,
    changes: ['desk', 'receipt'],
    event: ['receipt.closed', 'receipt.forwarded', 'receipt.opened'],
  }),
};

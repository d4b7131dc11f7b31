import { Day, Instant, operation, PageQuery, RegisterQuery, XLSX } from '@patravali/contract-base';
import { z } from 'zod';
import { pageOf } from '../../organisation/contract/list';
import { PostId } from '../../organisation/contract/named-posts';
import { TYPESETTER_BUSY } from '../../signing/contract/refusals';
import { DISPATCH_MODES, FindIssues } from './dispatch';

/**
 * Why a letter does not get on: `not_made`, its number is drawn and the letter is not made; `not_stamped`, no authority gave its
 * signature a time stamp; `not_sent`, the dispatch failed; `returned`, it came back; `reported`, a mail server says that it did;
 * `waiting`, its mail has not left for long.
 */
export const STUCK_REASONS = ['not_made', 'not_stamped', 'not_sent', 'returned', 'reported', 'waiting'] as const;
export type StuckReason = (typeof STUCK_REASONS)[number];

/** A letter that does not get on, for one addressee, or as a whole while it is not made. */
export const StuckLetter = z
  .object({
    /** Of the dispatch; of the letter while it is not made. */
    id: z.uuid(),
    reason: z.enum(STUCK_REASONS),
    /** Since when. */
    since: Instant,
    /** What the mail server or the post office said. */
    failure: z.string().nullable(),
    issueId: z.uuid(),
    number: z.string(),
    issuedOn: Day,
    subject: z.string(),
    signatory: PostId,
    /** The post that confirms another address. */
    issuedBy: PostId,
    /** Of a letter that is not made, by whoever reads its file: it is made or given up there. */
    draftId: z.uuid().nullable(),
    /** To whom it has not come, by their place in the letter; null while it is not made. */
    recipient: z.int().nullable(),
    name: z.string(),
    mode: z.enum(DISPATCH_MODES).nullable(),
    /** Where a mail to them may go. */
    email: z.string().nullable(),
    /** The letter was revoked or superseded since: it is sent to nobody, and who waits for it is marked. */
    withdrawn: z.boolean(),
    /** Send it again, and say that it is not to be sent. */
    mayDispatch: z.boolean(),
    mayConfirmAddress: z.boolean(),
  })
  .meta({ id: 'StuckLetter' });
export type StuckLetter = z.infer<typeof StuckLetter>;

/** DL and C5 envelopes, and labels of 99.1 × 33.9 mm, sixteen on a sheet of A4. */
export const ENVELOPE_SIZES = ['dl', 'c5', 'labels'] as const;
export type EnvelopeSize = (typeof ENVELOPE_SIZES)[number];

/** For everybody to whom the letter goes, or for those at these places of the letter, a comma between them. */
export const PrintEnvelopes = z.strictObject({
  size: z.enum(ENVELOPE_SIZES).default('dl'),
  recipients: z
    .string()
    .regex(/^\d{1,3}(?:,\d{1,3}){0,149}$/)
    .optional(),
});
export type PrintEnvelopes = z.infer<typeof PrintEnvelopes>;

/** What is read of letters that went out: what does not get on, what is awaited, registers and what is printed. */
export const outwardOperations = {
  listStuckLetters: operation('GET', '/issues/stuck', {
    summary: 'List outward letters that do not get on',
    query: PageQuery,
    answer: pageOf(StuckLetter),
    shows: ['desk', 'issue'],
  }),
  downloadDispatchRegister: operation('GET', '/issues/register.pdf', {
    summary: 'Download the dispatch register as a PDF',
    query: FindIssues,
    media: 'application/pdf',
    perMinute: 30,
    refuses: [TYPESETTER_BUSY],
  }),
  downloadPostalList: operation('GET', '/issues/postal-list.pdf', {
    summary: 'Download the list for the post office as a PDF',
    query: RegisterQuery,
    media: 'application/pdf',
    perMinute: 30,
    refuses: [TYPESETTER_BUSY],
  }),
  printEnvelopes: operation('GET', '/issues/:issueId/envelopes.pdf', {
    summary: 'Print the envelopes or labels of a letter',
    query: PrintEnvelopes,
    media: 'application/pdf',
    perMinute: 30,
    refuses: [TYPESETTER_BUSY, 'not-allowed', 'recipient-unknown'],
  }),
  downloadDispatchCsv: operation('GET', '/issues/register.csv', {
    summary: 'Export the dispatch register as CSV',
    query: FindIssues,
    media: 'text/csv',
    perMinute: 30,
  }),
  downloadDispatchXlsx: operation('GET', '/issues/register.xlsx', {
    summary: 'Export the dispatch register as a spreadsheet',
    query: FindIssues,
    media: XLSX,
    perMinute: 30,
  }),
};

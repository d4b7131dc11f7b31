import type { Actor } from '@patravali/authorization';
import { joinCustody, mayReadFile } from '@patravali/custody';
import { dayInIndia, type Parameters } from '@patravali/database';
import { entrySays, type ReadingRows, type SearchedItems } from '@patravali/search';
import { RECEIPT_ENCLOSURES } from '../receipt/receipt-enclosures';
import { mayReadReceipt, RECEIPTS } from '../receipt/receipt-row';

interface Words {
  readonly subject: string;
  readonly sender: string;
  readonly numbers: string;
  readonly remarks: string;
}

/** Letters that came in, by subject, sender, the sender's number, the diary number and what was remarked. */
export const FOUND_RECEIPTS = {
  kind: 'receipt',
  source: RECEIPTS,
  id: 'r.id',
  organisationId: 'r.organisation_id',
  at: 'r.diarised_at',
  day: dayInIndia('r.diarised_at'),
  post: 'r.diarised_by_post_id',
  content: `jsonb_build_object('subject', r.subject, 'sender', concat_ws(', ', r.sender_name, r.sender_designation, r.sender_address),
    'numbers', concat_ws(' · ', r.letter_number, r.diary_number, r.diary_number_hi), 'remarks', COALESCE(r.remarks, ''))`,
  textsOf: ({ subject, sender, numbers, remarks }) => ({
    title: subject,
    text: [sender, numbers, remarks].filter(Boolean).join(' · '),
    sender,
  }),
} satisfies SearchedItems<Words>;

/** How a found letter is shown, as SQL. */
export const SHOWN_RECEIPT = {
  fileId: 'r.file_id',
  number: 'r.diary_number',
  numberHi: 'r.diary_number_hi',
  receiptId: 'r.id',
  at: 'r.diarised_at',
  authorId: 'r.diarised_by_user_id',
  post: 'r.diarised_by_post_id',
  graded: `r.grading <> 'normal'`,
} as const;

/** Its readers read a receipt, and whoever reads the file in which it lies. */
export const readingReceipts = (actor: Pick<Actor, 'ability'>, parameters: Parameters): ReadingRows[] => [
  { source: RECEIPTS, isEntry: 's.item_id = r.id', where: mayReadReceipt(actor, parameters) },
  {
    source: `${RECEIPTS} ${joinCustody('r.file_id')}`,
    isEntry: 's.item_id = r.id',
    where: mayReadFile(actor, parameters),
  },
];

const ENCLOSED = `${RECEIPT_ENCLOSURES} JOIN ${RECEIPTS} ON r.organisation_id = e.organisation_id AND r.id = e.receipt_id`;

/** The scans of a receipt, and of what is enclosed, are read as the receipt is. */
export const readingScans = (actor: Pick<Actor, 'ability'>, parameters: Parameters): ReadingRows[] => [
  ...readingReceipts(actor, parameters).map((rows) => ({ ...rows, isEntry: 's.item_id = r.document_id' })),
  { source: ENCLOSED, isEntry: 's.item_id = e.document_id', where: mayReadReceipt(actor, parameters) },
  {
    source: `${ENCLOSED} ${joinCustody('r.file_id')}`,
    isEntry: 's.item_id = e.document_id',
    where: mayReadFile(actor, parameters),
  },
];

/** Of a scan, read as the letter `r` is, the letter's own entry says by what it is narrowed. */
export const narrowedScans = (query: string): string => entrySays(FOUND_RECEIPTS.kind, 'r.id', query);

/** The receipt to which the scan of this document belongs, joined as `r`. */
export const receiptOfScan = (documentId: string): string =>
  `JOIN LATERAL (SELECT r.* FROM ${RECEIPTS} WHERE r.id = COALESCE(
      (SELECT own.id FROM receipt own WHERE own.document_id = ${documentId} ORDER BY own.diarised_at LIMIT 1),
      (SELECT e.receipt_id FROM ${RECEIPT_ENCLOSURES} WHERE e.document_id = ${documentId} LIMIT 1))) r ON true`;

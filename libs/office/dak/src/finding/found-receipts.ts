import type { Actor } from '@patravali/authorization';
import type { SoughtState } from '@patravali/contract';
import { type Following, joinCustody, joinLettersHeld, readableThere, type WhereItLies } from '@patravali/custody';
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

type Reader = Pick<Actor, 'ability' | 'organisationId'>;

/** Its readers read a receipt, and whoever reads the file in which it lies. */
export const readingReceipts = (reader: Reader, parameters: Parameters, there?: WhereItLies): ReadingRows[] => {
  const [own, file] = [ownReceipts(reader, parameters, there), readableThere(reader, parameters, there)];
  const isEntry = 's.item_id = r.id';
  return [
    { source: `${RECEIPTS} ${own.join}`, isEntry, where: own.where },
    { source: `${RECEIPTS} ${joinCustody('r.file_id')} ${file.join}`, isEntry, where: file.where },
  ];
};

/** Behind receipts `r`: those that name their reader. Where one lies that is in a file, only who reads the file is told. */
function ownReceipts(reader: Reader, parameters: Parameters, there?: WhereItLies): Following {
  const { bind } = parameters;
  const mayRead = mayReadReceipt(reader, parameters);
  if (!there) return { join: '', where: mayRead };
  const { holderId, state } = there;
  const conditions = [mayRead, 'r.file_id IS NULL'];
  if (state !== undefined) conditions.push(OWN_STATES[state]);
  if (holderId === undefined) return { join: '', where: conditions.join(' AND ') };
  const [organisation, post] = [`${bind(reader.organisationId)}::uuid`, `${bind(holderId)}::uuid`];
  conditions.push(`r.holder_post_id = ${post}`);
  return { join: joinLettersHeld(organisation, post, 'r.id'), where: conditions.join(' AND ') };
}

/** A letter without a file lies on a desk, or is closed. */
const OWN_STATES: Readonly<Record<SoughtState, string>> = {
  open: `r.state <> 'closed'`,
  on_desk: `r.state <> 'closed'`,
  parked: 'false',
  in_call_book: 'false',
  attached: 'false',
  closed: `r.state = 'closed'`,
};

const ENCLOSED = `${RECEIPT_ENCLOSURES} JOIN ${RECEIPTS} ON r.organisation_id = e.organisation_id AND r.id = e.receipt_id`;

/** The scans of a receipt, and of what is enclosed, are read as the receipt is. */
export const readingScans = (reader: Reader, parameters: Parameters, there?: WhereItLies): ReadingRows[] => {
  const [own, file] = [ownReceipts(reader, parameters, there), readableThere(reader, parameters, there)];
  const isEntry = 's.item_id = e.document_id';
  return [
    ...readingReceipts(reader, parameters, there).map((rows) => ({ ...rows, isEntry: 's.item_id = r.document_id' })),
    { source: `${ENCLOSED} ${own.join}`, isEntry, where: own.where },
    { source: `${ENCLOSED} ${joinCustody('r.file_id')} ${file.join}`, isEntry, where: file.where },
  ];
};

/** Of a scan, read as the letter `r` is, the letter's own entry says by what it is narrowed. */
export const narrowedScans = (query: string): string => entrySays(FOUND_RECEIPTS.kind, 'r.id', query);

/** The receipt to which the scan of this document belongs, joined as `r`. */
export const receiptOfScan = (documentId: string): string =>
  `JOIN LATERAL (SELECT r.* FROM ${RECEIPTS} WHERE r.id = COALESCE(
      (SELECT own.id FROM receipt own WHERE own.document_id = ${documentId} ORDER BY own.diarised_at LIMIT 1),
      (SELECT e.receipt_id FROM ${RECEIPT_ENCLOSURES} WHERE e.document_id = ${documentId} LIMIT 1))) r ON true`;

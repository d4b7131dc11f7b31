import { type Actor, rowFilter } from '@patravali/authorization';
import { prepares, ReceiptRow } from '@patravali/contract';
import { CUSTODY, DESK, mayReadFile, onDesk } from '@patravali/custody';
import { type Parameters, projection } from '@patravali/database';
import { FILE_REF, joinFile } from '@patravali/files';
import { Receipt } from './receipt.entity';

/** The contract's `ReceiptRow`, from `receipts`. */
export const RECEIPT_ROW = projection(ReceiptRow, {
  id: 'r.id',
  diaryNumber: 'r.diary_number',
  diaryNumberHi: 'r.diary_number_hi',
  subject: 'r.subject',
  senderName: 'r.sender_name',
  senderDesignation: 'r.sender_designation',
  letterNumber: 'r.letter_number',
  letterDate: 'r.letter_date',
  receivedOn: 'r.received_on',
  deliveryMode: 'r.delivery_mode',
  language: 'r.language',
  grading: 'r.grading',
  urgency: 'r.urgency',
  state: 'r.state',
  holder: 'r.holder_post_id',
  from: 'r.sender_post_id',
  action: 'r.action',
  returned: 'r.returned',
  redirected: 'r.redirected',
  dueOn: 'r.due_on',
  since: 'r.since',
  unread: `r.opened_at IS NULL AND r.state <> 'in_file'`,
  file: `CASE WHEN f.id IS NOT NULL THEN ${FILE_REF} END`,
  cover: 'r.cover',
  scanned: 'r.document_id IS NOT NULL',
  version: 'r.version',
});

/** Receipts as `r`, each with the file `f` in which it lies if the actor may read that file. */
export function receipts(actor: Actor, parameters: Parameters): string {
  return `receipt r LEFT JOIN ${CUSTODY} ON c.file_id = r.file_id AND ${mayReadFile(actor, parameters)}
    LEFT ${joinFile('c.file_id')}`;
}

/** The receipts that the actor may read, as a condition on `r`. */
export function mayReadReceipt({ ability }: Pick<Actor, 'ability'>, parameters: Parameters): string {
  return rowFilter(ability, 'read', Receipt, 'r', parameters);
}

/** The receipts of desks, as `r`: for a count. */
export const DESK_RECEIPTS = `${DESK} JOIN receipt r ON r.id = e.id`;

/** The receipts on the desk of the acting post, as conditions on `DESK` and `r`. */
export function receiptsOnDesk(actor: Actor, parameters: Parameters): string[] {
  return [
    ...onDesk(actor, parameters, 'receipt'),
    ...(prepares(actor.capacity) ? [mayReadReceipt(actor, parameters)] : []),
  ];
}

/** The receipts that the acting post has sent, as long as they lie where they came to: conditions on `r`. */
export function receiptsSent(actor: Actor, parameters: Parameters): string[] {
  const { bind } = parameters;
  return [
    `r.organisation_id = ${bind(actor.organisationId)}`,
    `r.sender_post_id = ${bind(actor.postId)}`,
    `r.state = 'on_desk'`,
    ...(prepares(actor.capacity) ? [mayReadReceipt(actor, parameters)] : []),
  ];
}

/** Receipts alone, as `r`: for a count, and for the letter on a file that came as a receipt. */
export const RECEIPTS = 'receipt r';

/** How a letter that came in is described on the file where it lies; joined to `r`, a row with a `receipt_id`. */
export const RECEIVED_LETTER = {
  join: 'LEFT JOIN receipt received ON received.id = r.receipt_id',
  party: 'received.sender_name',
  number: 'received.letter_number',
  date: 'received.letter_date',
  subject: 'received.subject',
  diaryNumber: 'received.diary_number',
  diaryNumberHi: 'received.diary_number_hi',
  receivedOn: 'received.received_on',
} as const;

/** The diary number of a receipt, from the expressions of its ids, as it is read in a language; null for none, or where Hindi reads none of its own. */
export const diaryNumberOf = (
  organisationId: string,
  receiptId: string,
  column: 'diary_number' | 'diary_number_hi',
): string =>
  `(SELECT diary.${column} FROM receipt diary WHERE diary.organisation_id = ${organisationId} AND diary.id = ${receiptId})`;

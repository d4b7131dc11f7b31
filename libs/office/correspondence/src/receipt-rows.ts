import { type Actor, type Parameters, rowFilter } from '@patravali/authorization';
import { FileCustody } from '@patravali/files';

/** The contract's `DocumentView`, from `document d`. */
export const DOCUMENT_VIEW = `jsonb_build_object('id', d.id, 'sha256', d.sha256, 'size', d.size, 'pages', d.pages,
  'fileName', d.file_name, 'hasText', d.has_text, 'uploadedAt', d.uploaded_at)`;

/** The contract's `ReceiptRow`, from `RECEIPT_SOURCE`. */
export const RECEIPT_ROW = `jsonb_build_object('id', r.id, 'diaryNumber', r.diary_number, 'subject', r.subject,
  'senderName', r.sender_name, 'senderDesignation', r.sender_designation, 'letterNumber', r.letter_number,
  'letterDate', r.letter_date, 'receivedOn', r.received_on, 'deliveryMode', r.delivery_mode, 'language', r.language,
  'grading', r.grading, 'urgency', r.urgency, 'state', r.state, 'holder', post_ref(r.holder_post_id),
  'from', post_ref(r.sender_post_id), 'action', r.action, 'dueOn', r.due_on, 'since', r.since,
  'unread', r.opened_at IS NULL AND r.state <> 'in_file',
  'file', CASE WHEN f.id IS NOT NULL THEN jsonb_build_object('id', f.id, 'number', f.number) END,
  'version', r.version)`;

/** Receipts, each with the file it lies in if the actor may read that file. */
export function receiptSource(actor: Actor, parameters: Parameters): string {
  return `receipt r
    LEFT JOIN file_custody c ON c.file_id = r.file_id AND ${rowFilter(actor.ability, 'read', FileCustody, 'c', parameters)}
    LEFT JOIN office_file f ON f.id = c.file_id`;
}

/** Days in India, both inclusive, as conditions on an instant. */
export function betweenDays(
  column: string,
  { from, to }: { from?: string | undefined; to?: string | undefined },
  { bind }: Parameters,
): string[] {
  const midnight = (day: string) => `(${bind(day)}::date)::timestamp`;
  const india = `AT TIME ZONE INTERVAL '5 hours 30 minutes'`;
  return [
    ...(from ? [`${column} >= ${midnight(from)} ${india}`] : []),
    ...(to ? [`${column} < (${midnight(to)} + INTERVAL '1 day') ${india}`] : []),
  ];
}

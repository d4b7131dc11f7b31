import { CLOSING, RECORDS } from './people';
import { BY_RECORDS, HASH, KEY, NOTE, ORGANISATION } from './sql-values';

/** One file that is as long as the archive of a small office. */
const LONG = `(SELECT min(c.file_id::text)::uuid AS id FROM file_custody c WHERE c.state = 'on_desk' AND c.holder_post_id = ${KEY('2', String(RECORDS))})`;

const APPROVED = ['1', KEY('3', String(RECORDS)), KEY('2', String(RECORDS)), "'regular'", 'now()'];

/** So many rows for every list of the post `RECORDS`. */
export function deepLists(deep: number): string[] {
  const series = `generate_series(1, ${deep}) n`;
  return [
    `INSERT INTO document SELECT ${KEY('a', '100000000 + n')}, ${ORGANISATION}, '${HASH}', 1000, 2, 'पत्र.pdf', true, ${KEY('3', String(RECORDS))},
     ${KEY('2', String(RECORDS))}, now() FROM ${series}`,
    `INSERT INTO receipt (id, organisation_id, diary_number, state, subject, sender_name, received_on, delivery_mode, language, grading, urgency,
       enclosures, document_id, unit_id, diarised_by_user_id, diarised_by_post_id, diarised_capacity, diarised_at, since, holder_post_id, reader_post_ids)
     SELECT ${KEY('c', 'n')}, ${ORGANISATION}, 'D' || n || '/2026', 'on_desk', 'आवेदन पत्र ' || n, 'ग्राम प्रधान', current_date, 'post', 'hi', 'normal',
       'ordinary', 0, ${KEY('a', '100000000 + n')}, ${KEY('1', '0')}, ${BY_RECORDS}, now() - n * INTERVAL '1 minute', now() - n * INTERVAL '1 minute',
       ${KEY('2', String(RECORDS))}, ARRAY[${KEY('2', String(RECORDS))}] FROM ${series}`,
    `INSERT INTO draft (id, organisation_id, file_id, ordinal, state, form, subject, addressee, signatory_post_id, current_version, changed_at,
       approved_version, approved_by_user_id, approved_by_post_id, approved_capacity, approved_at)
     SELECT ${KEY('d', 'f.computer_number')}, ${ORGANISATION}, c.file_id, 1, CASE WHEN c.state = 'closed' THEN 'issued' ELSE 'draft' END, 'letter', f.subject,
       'जिलाधिकारी', ${KEY('2', String(RECORDS))}, 1, f.created_at, ${APPROVED.map((part) => `CASE WHEN c.state = 'closed' THEN ${part} END`).join(', ')}
     FROM office_file f JOIN file_custody c ON c.file_id = f.id WHERE f.created_by_post_id = ${KEY('2', String(RECORDS))}`,
    `INSERT INTO draft_version (organisation_id, draft_id, number, content, user_id, post_id, capacity, movement_sequence)
     SELECT organisation_id, id, 1, '{}', ${BY_RECORDS}, 5 FROM draft`,
    `INSERT INTO issue (id, organisation_id, number, state, issued_on, issued_at, draft_id, draft_version, file_id, document_id, subject, language,
       addressee, signatory_post_id, signed_by_user_id, unit_id, approved_by_user_id, approved_by_post_id, approved_capacity,
       approved_at, issued_by_user_id, issued_by_post_id, issued_capacity, form, of_day)
     SELECT ${KEY('e', "('x' || right(id::text, 12))::bit(48)::bigint")}, organisation_id, 'E' || right(id::text, 12), 'issued', changed_at::date, changed_at, id, 1, file_id,
       ${KEY('a', '1')}, subject, 'hi', addressee, signatory_post_id, ${KEY('3', String(RECORDS))}, ${KEY('1', '0')}, ${BY_RECORDS}, changed_at, ${BY_RECORDS}, form, 1
     FROM draft WHERE state = 'issued'`,
    `INSERT INTO issue_recipient (organisation_id, issue_id, position, as_copy, addressee)
     SELECT organisation_id, id, 0, false, '{"name": "जिलाधिकारी", "address": "आज़मगढ़"}' FROM issue`,
    `INSERT INTO note SELECT ${KEY('f', 'n')}, ${ORGANISATION}, long.id, n + 4, n * 3 + 10, 3, '${NOTE}', NULL, '${HASH}', ${BY_RECORDS}, now(), now()
     FROM ${series}, ${LONG} long`,
    `INSERT INTO movement (id, organisation_id, file_id, sequence, kind, from_post_id, to_post_id, by_user_id, by_post_id, capacity, at, remarks, notes)
     SELECT ${KEY('f', 'n')}, ${ORGANISATION}, long.id, n + 5, 'forwarded', ${KEY('2', String(CLOSING))}, ${KEY('2', String(RECORDS))}, ${BY_RECORDS}, now(),
       'कृपया देखें', n + 4 FROM ${series}, ${LONG} long`,
    `INSERT INTO event (id, organisation_id, subject_kind, subject_id, sequence, name, user_id, post_id, capacity, at, data)
     SELECT ${KEY('f', 'n')}, ${ORGANISATION}, 'file', long.id, n + 10, 'file.forwarded', ${BY_RECORDS}, now(), '{"movement": 1}' FROM ${series}, ${LONG} long`,
    `INSERT INTO correspondence (id, organisation_id, file_id, serial, kind, first_page, pages, document_id, receipt_id, added_by_user_id, added_by_post_id, capacity)
     SELECT ${KEY('f', 'n')}, ${ORGANISATION}, long.id, n, 'received', n * 2 - 1, 2, ${KEY('a', '100000000 + n')}, ${KEY('c', 'n')}, ${BY_RECORDS}
     FROM ${series}, ${LONG} long`,
    `UPDATE file_custody SET movements = ${deep + 5}, notes = ${deep + 4}, paragraphs = ${deep * 3 + 12}, correspondence = ${deep}, pages = ${deep * 2}
     FROM ${LONG} long WHERE file_id = long.id`,
    `UPDATE file_custody c SET drafts = 1 FROM draft d WHERE d.file_id = c.file_id`,
    `INSERT INTO security_event (at, organisation_id, kind, user_id, post_id, data)
     SELECT now() - n * INTERVAL '1 minute', ${ORGANISATION}, 'signed_in', ${KEY('3', String(RECORDS))}, ${KEY('2', String(RECORDS))}, '{}' FROM ${series}`,
  ];
}

import { createHash } from 'node:crypto';
import type { Client } from 'pg';

/** An id that can be read: `id('f1')` is file 1. */
export const id = (name: string) => `00000000-0000-7000-8000-${Buffer.from(name).toString('hex').padStart(12, '0')}`;

/** The office whose rows these are, and another, into which nothing may reach. */
export const OURS = id('o1');
export const THEIRS = id('o2');

const HASH = 'a'.repeat(64);
/** The hash of `{}`. */
const NO_LETTERHEAD = createHash('sha256').update('{}').digest('hex');
const WHO = `'${id('u1')}', '${id('p1')}', 'regular'`;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const base64 = (text: string) => Buffer.from(text).toString('base64');
/** What stands for a certificate bears the number of its holder. */
const HOLDER = id('u1');
const ROOT = sha256('root');
const ADMINISTRATOR = `'${id('u1')}', '${id('p3')}', 'regular'`;

/** At least one row in every table of the office, written by the owner and right by every constraint. */
export async function writeOneOfEverything(client: Client): Promise<void> {
  await client.query(`
    INSERT INTO office_clock (behind) VALUES ('0');
    INSERT INTO set_up_link (token_hash, expires_at) VALUES ('f', now());
    INSERT INTO organisation (id, name_hi, name_en, address_hi, address_en) VALUES
      ('${OURS}', 'कार्यालय', 'Office', '', ''), ('${THEIRS}', 'अन्य', 'Other', '', '');
    INSERT INTO unit VALUES ('${id('n1')}', '${OURS}', NULL, 'Estt', 'स्थापना', 'Establishment'),
      ('${id('n2')}', '${OURS}', NULL, 'Fin', 'वित्त', 'Finance');
    INSERT INTO post (id, organisation_id, unit_id, marking, designation_hi, designation_en, level, superior_post_id, roles)
      VALUES ('${id('p2')}', '${OURS}', '${id('n1')}', 'DS', '', '', 1, NULL, '{officer}'),
        ('${id('p1')}', '${OURS}', '${id('n1')}', 'SO', '', '', 2, '${id('p2')}', '{officer}'),
        ('${id('p3')}', '${OURS}', '${id('n1')}', 'DH', '', '', 3, '${id('p1')}', '{dealing_hand,administrator}');
    INSERT INTO office_user (id, organisation_id, username, name_hi, name_en) VALUES ('${id('u1')}', '${OURS}', 'so', '', ''),
      ('${id('u2')}', '${OURS}', 'ds', '', '');
    INSERT INTO tenure (id, organisation_id, user_id, post_id, kind, from_on)
      VALUES ('${id('t1')}', '${OURS}', '${id('u1')}', '${id('p1')}', 'regular', '2026-01-01'),
        ('${id('t2')}', '${OURS}', '${id('u2')}', '${id('p2')}', 'regular', '2026-01-01');
    INSERT INTO former_name (organisation_id, unit_id, short, name_hi, name_en)
      VALUES ('${OURS}', '${id('n2')}', 'Accts', 'लेखा', 'Accounts');
    INSERT INTO session (token_hash, organisation_id, user_id, demo, expires_at) VALUES ('s', '${OURS}', '${id('u1')}', false, now());
    INSERT INTO sign_in_link (token_hash, organisation_id, user_id, expires_at) VALUES ('l', '${OURS}', '${id('u1')}', now());
    INSERT INTO recent_use (organisation_id, user_id, operation, uses) VALUES ('${OURS}', '${id('u1')}', 'x', 1);
    INSERT INTO network_use (network, operation, uses) VALUES ('::1', 'x', 1);
    INSERT INTO sign_in_attempt (username, network, failures) VALUES ('so', '::1', 1);
    INSERT INTO security_event (organisation_id, kind, user_id, post_id, data)
      VALUES ('${OURS}', 'signed_in', '${id('u1')}', '${id('p1')}', '{}');
    INSERT INTO idempotency_key (organisation_id, user_id, key, request_hash) VALUES ('${OURS}', '${id('u1')}', 'k', 'h');

    INSERT INTO number_scheme VALUES ('${OURS}', 'file', '{serial}', 'calendar');
    INSERT INTO number_head VALUES ('${id('h1')}', '${OURS}', 'A', '11', '11', NULL, '', '');
    INSERT INTO case_category VALUES ('${id('g1')}', '${OURS}', 'CL', 'आकस्मिक अवकाश', 'Casual leave', '${id('n1')}');
    INSERT INTO power_delegation VALUES ('${OURS}', '${id('g1')}', '2026-01-01', '{2,1}', '${id('p2')}');
    INSERT INTO draft_template (id, organisation_id, unit_id, code, name_hi, name_en, form, language, content, series)
      VALUES ('${id('v1')}', '${OURS}', '${id('n1')}', 'REPORT', 'आख्या', 'Report', 'letter', 'hi', '{}', '{serial}/R/{year}');
    INSERT INTO office_urgency VALUES ('${OURS}', 'priority', 'अग्रता', 'Priority', 'anyone', true);
    INSERT INTO synonym_group (id, organisation_id, words, stems)
      VALUES ('${id('g5')}', '${OURS}', '{डी०एम०,जिलाधिकारी}', '{डीएम,जिलाधिकारी}');
    INSERT INTO rest_day SELECT '${OURS}', 0, week FROM generate_series(1, 5) week;
    INSERT INTO declared_day VALUES ('${OURS}', '2099-01-26', false, 'गणतन्त्र दिवस', 'Republic Day');
    INSERT INTO number_start VALUES ('${id('h2')}', '${OURS}', 'file', 'A-11012', '2026', 412);
    INSERT INTO counter VALUES ('${OURS}', 'file', 'A-11011', '2026', 1);

    INSERT INTO office_file (id, organisation_id, number, computer_number, unit_id, head_id, series, subject,
        created_by_user_id, created_by_post_id, created_capacity)
      VALUES ('${id('f3')}', '${OURS}', 'A-11011/3/2026-Estt', 3, '${id('n1')}', '${id('h1')}', 'A-11011', 'सड़क', ${WHO}),
        ('${id('f1')}', '${OURS}', 'A-11011/1/2026-Estt', 1, '${id('n1')}', '${id('h1')}', 'A-11011', 'सड़क', ${WHO});
    INSERT INTO file_custody (file_id, organisation_id, state, holder_post_id, reader_post_ids, grading, urgency, movements, notes,
        paragraphs, correspondence, pages, drafts)
      VALUES ('${id('f1')}', '${OURS}', 'on_desk', '${id('p1')}', '{${id('p1')}}', 'normal', 'ordinary', 1, 1, 2, 3, 4, 1);
    INSERT INTO new_file_reader VALUES ('${OURS}', '${id('p1')}', 1);
    INSERT INTO file_sent VALUES ('${OURS}', '${id('p1')}', '${id('f1')}');
    INSERT INTO file_link VALUES ('${OURS}', '${id('f1')}', '${id('f3')}');
    INSERT INTO parking_line (organisation_id, file_id, kind, by_user_id, by_post_id, capacity, until_event)
      VALUES ('${OURS}', '${id('f1')}', 'parked', ${WHO}, 'reply_received'), ('${OURS}', '${id('f1')}', 'taken_up', ${WHO}, NULL);
    INSERT INTO desk_pin (organisation_id, post_id, file_id) VALUES ('${OURS}', '${id('p1')}', '${id('f1')}');
    INSERT INTO followed_file (organisation_id, post_id, file_id, seen_movements) VALUES ('${OURS}', '${id('p2')}', '${id('f1')}', 1);
    INSERT INTO file_reminder (organisation_id, file_id, by_post_id, day, by_user_id, capacity, to_post_id, movement_sequence)
      VALUES ('${OURS}', '${id('f1')}', '${id('p2')}', '2026-01-05', '${id('u2')}', 'regular', '${id('p1')}', 1);
    INSERT INTO note (id, organisation_id, file_id, number, first_paragraph, paragraphs, content, content_hash,
        author_user_id, author_post_id, capacity, written_at)
      VALUES ('${id('m1')}', '${OURS}', '${id('f1')}', 1, 1, 2, '{"version": 1}', '${HASH}', ${WHO}, now());
    INSERT INTO note_reference VALUES ('${OURS}', '${id('f1')}', 'correspondence', 1, 1);
    INSERT INTO file_custody SELECT (jsonb_populate_record(c, '{"file_id": "${id('f3')}", "correspondence": 0, "pages": 0, "drafts": 0}')).*
      FROM file_custody c;
    INSERT INTO note SELECT (jsonb_populate_record(n, '{"id": "${id('m5')}", "file_id": "${id('f3')}", "kind": "discussion",
        "discussed_with": ["${id('p2')}"]}')).* FROM note n;
    INSERT INTO note_participant VALUES ('${OURS}', '${id('f3')}', 1, 1, '${id('p2')}', '${id('u2')}');
    INSERT INTO participant_answer VALUES ('${OURS}', '${id('u2')}', '${id('p2')}', '${id('f3')}', 1, 'regular', 'confirmed');
    INSERT INTO pending_note (file_id, id, organisation_id, colour, content, author_user_id, author_post_id,
        author_capacity, prepared_by_user_id)
      VALUES ('${id('f1')}', '${id('m2')}', '${OURS}', 'yellow', '{}', ${WHO}, '${id('u1')}');

    INSERT INTO document (id, organisation_id, sha256, size, pages, file_name, has_text, uploaded_by_user_id, uploaded_by_post_id)
      VALUES ('${id('d1')}', '${OURS}', '${HASH}', 1, 2, 'a.pdf', true, '${id('u1')}', '${id('p1')}'),
        ('${id('d3')}', '${OURS}', '${HASH}', 1, 1, 'b.pdf', true, '${id('u1')}', '${id('p1')}'),
        ('${id('d4')}', '${OURS}', '${HASH}', 1, 1, 'c.pdf', true, '${id('u1')}', '${id('p1')}');
    INSERT INTO template_document VALUES ('${OURS}', '${id('d3')}', '${HASH}', 1, '${id('v1')}', 1, 'प्रपत्र 1');
    INSERT INTO document_picture (document_id, page, organisation_id, sha256, size, format, file_name)
      VALUES ('${id('d3')}', 1, '${OURS}', '${HASH}', 1, 'jpeg', 'a.jpg');
    INSERT INTO document_text (document_id, organisation_id, state, scans) VALUES ('${id('d1')}', '${OURS}', 'running', '{2}');
    INSERT INTO page_text (document_id, organisation_id, page, language, lines, engine)
      VALUES ('${id('d1')}', '${OURS}', 2, 'hi', '[]', 'e');
    INSERT INTO receipt (id, organisation_id, diary_number, state, subject, sender_name, received_on, delivery_mode, language,
        grading, urgency, enclosures, document_id, unit_id, diarised_by_user_id, diarised_by_post_id, diarised_capacity,
        holder_post_id, reader_post_ids, movements)
      VALUES ('${id('r1')}', '${OURS}', '1/2026', 'created', 'सड़क', 'ग्राम प्रधान', '2026-01-01', 'post', 'hi', 'normal', 'ordinary',
        0, '${id('d1')}', '${id('n1')}', ${WHO}, '${id('p1')}', '{}', 1);
    INSERT INTO receipt SELECT (jsonb_populate_record(r, '{"id": "${id('r3')}", "diary_number": "3/2026", "state": "in_file",
        "document_id": "${id('d3')}", "holder_post_id": null, "file_id": "${id('f1')}"}')).* FROM receipt r;
    INSERT INTO receipt SELECT (jsonb_populate_record(r, '{"id": "${id('r4')}", "diary_number": "4/2026", "state": "on_desk",
        "document_id": "${id('d4')}", "holder_post_id": "${id('p2')}", "sender_post_id": "${id('p1')}", "movements": 2,
        "reader_post_ids": ["${id('p1')}", "${id('p2')}", "${id('p3')}"]}')).* FROM receipt r WHERE r.id = '${id('r1')}';
    INSERT INTO movement (id, organisation_id, file_id, receipt_id, sequence, kind, to_post_id, notes, by_user_id, by_post_id, capacity)
      VALUES ('${id('v1')}', '${OURS}', '${id('f1')}', NULL, 1, 'created', '${id('p1')}', 1, ${WHO}),
        ('${id('v5')}', '${OURS}', '${id('f3')}', NULL, 1, 'created', '${id('p1')}', 1, ${WHO}),
        ('${id('v2')}', '${OURS}', NULL, '${id('r1')}', 1, 'created', '${id('p1')}', NULL, ${WHO}),
        ('${id('v4')}', '${OURS}', NULL, '${id('r3')}', 1, 'created', '${id('p1')}', NULL, ${WHO}),
        ('${id('v6')}', '${OURS}', NULL, '${id('r4')}', 1, 'created', '${id('p1')}', NULL, ${WHO});
    INSERT INTO movement (id, organisation_id, receipt_id, sequence, kind, from_post_id, to_post_id, by_user_id, by_post_id, capacity)
      VALUES ('${id('v7')}', '${OURS}', '${id('r4')}', 2, 'forwarded', '${id('p1')}', '${id('p2')}', ${WHO});
    INSERT INTO receipt_enclosure VALUES ('${OURS}', '${id('r4')}', 1, '${id('d1')}', '${HASH}', 'मानचित्र');
    INSERT INTO receipt_copy (organisation_id, receipt_id, post_id, movement_sequence, from_post_id)
      VALUES ('${OURS}', '${id('r4')}', '${id('p3')}', 2, '${id('p1')}');
    INSERT INTO clock_stop (id, organisation_id, file_id, movement_sequence, reason, evidence_kind, evidence_number,
        stopped_by_user_id, stopped_by_post_id, stopped_capacity)
      VALUES ('${id('s1')}', '${OURS}', '${id('f1')}', 1, 'court', 'note', 1, ${WHO});
    INSERT INTO tenure (id, organisation_id, user_id, post_id, kind, from_on, until_on)
      VALUES ('${id('t8')}', '${OURS}', '${id('u2')}', '${id('p3')}', 'regular', '2025-01-01', '2025-12-31');
    INSERT INTO charge_handover (id, organisation_id, post_id, tenure_id, from_user_id, cause, order_reference, handed_on, half, items,
        handed_by_user_id, handed_by_post_id, handed_capacity)
      VALUES ('${id('q1')}', '${OURS}', '${id('p3')}', '${id('t8')}', '${id('u2')}', 'transferred', 'x', '2025-12-31', 'afternoon', '[]',
        ${ADMINISTRATOR});
    UPDATE file_custody SET clock_stopped_on = india_today(), clock_stopped_for = 'court' WHERE file_id = '${id('f1')}';
    UPDATE file_custody SET sender_post_id = '${id('p2')}', opened_at = now() WHERE file_id = '${id('f3')}';
    INSERT INTO file_recall (id, organisation_id, file_id, movement_sequence, asked_by_user_id, asked_by_post_id, asked_capacity,
        reason)
      VALUES ('${id('y1')}', '${OURS}', '${id('f3')}', 1, '${id('u2')}', '${id('p2')}', 'regular', 'x');
    INSERT INTO note SELECT (jsonb_populate_record(n, '{"id": "${id('m8')}", "number": 2, "first_paragraph": 3, "kind": "opinion",
        "discussed_with": null, "author_user_id": "${id('u2')}", "author_post_id": "${id('p2')}"}')).* FROM note n WHERE n.id = '${id('m5')}';
    UPDATE file_custody SET notes = 2, paragraphs = 4 WHERE file_id = '${id('f3')}';
    INSERT INTO consultation (id, organisation_id, file_id, question, asked_by_user_id, asked_by_post_id, asked_capacity, language,
        notes, correspondence, pages)
      VALUES ('${id('k1')}', '${OURS}', '${id('f3')}', 'x', ${WHO}, 'hi', 1, 0, 0),
        ('${id('k2')}', '${OURS}', '${id('f3')}', 'x', ${WHO}, 'hi', 1, 0, 0);
    UPDATE consultation SET snapshot = 'ready', document_id = '${id('d1')}' WHERE id = '${id('k1')}';
    INSERT INTO consulted_post (id, organisation_id, consultation_id, file_id, place, post_id, due_on)
      VALUES ('${id('w1')}', '${OURS}', '${id('k1')}', '${id('f3')}', 1, '${id('p2')}', '2099-01-05');
    UPDATE consulted_post SET state = 'answered', note = 2, ended_by_user_id = '${id('u2')}', ended_by_post_id = '${id('p2')}',
      ended_capacity = 'regular', ended_at = now(), ended_on = india_today() WHERE id = '${id('w1')}';
    INSERT INTO consulted_post (id, organisation_id, consultation_id, file_id, place, post_id, due_on)
      VALUES ('${id('w2')}', '${OURS}', '${id('k1')}', '${id('f3')}', 2, '${id('p3')}', '2099-01-05');
    INSERT INTO note_set_aside (organisation_id, file_id, id, post_id, content, kind, author_user_id, prepared_by_user_id)
      VALUES ('${OURS}', '${id('f1')}', '${id('m7')}', '${id('p1')}', '{}', 'ordinary', '${id('u1')}', '${id('u1')}');
    INSERT INTO file_opening VALUES ('${OURS}', '${id('f1')}', 1);

    INSERT INTO draft (id, organisation_id, file_id, ordinal, state, form, subject, addressee, signatory_post_id, current_version,
        template_id)
      VALUES ('${id('a1')}', '${OURS}', '${id('f1')}', 1, 'draft', 'letter', 'सड़क', '', '${id('p1')}', 1, '${id('v1')}');
    INSERT INTO correspondence (id, organisation_id, file_id, serial, kind, first_page, pages, document_id, receipt_id,
        added_by_user_id, added_by_post_id, capacity)
      VALUES ('${id('c1')}', '${OURS}', '${id('f1')}', 1, 'received', 1, 2, '${id('d1')}', '${id('r1')}', ${WHO});
    INSERT INTO draft_version (organisation_id, draft_id, number, content, user_id, post_id, capacity, movement_sequence)
      VALUES ('${OURS}', '${id('a1')}', 1, '{"enclosedDocuments": [{"documentId": "${id('d1')}", "title": "मानचित्र",
        "sha256": "${HASH}"}]}', ${WHO}, 1);
    INSERT INTO approved_letterhead VALUES ('${OURS}', '${NO_LETTERHEAD}', '{}');
    INSERT INTO draft_approval (id, organisation_id, draft_id, draft_version, user_id, post_id, capacity, at, signatory_post_id,
        named_post_id, letterhead_sha256, look)
      VALUES ('${id('b1')}', '${OURS}', '${id('a1')}', 1, ${WHO}, now(), '${id('p1')}', '${id('p2')}', '${NO_LETTERHEAD}', '{}');
    INSERT INTO draft_comment (id, organisation_id, draft_id, draft_version, part, quote, occurrence, words, reader_post_ids,
        user_id, post_id, capacity)
      VALUES ('${id('n1')}', '${OURS}', '${id('a1')}', 1, 'subject', 'सड़क', 1, 'x', '{${id('p1')},${id('p2')}}', ${WHO});
    INSERT INTO draft_comment_answer (id, organisation_id, comment_id, words, user_id, post_id, capacity)
      VALUES ('${id('n2')}', '${OURS}', '${id('n1')}', 'x', ${WHO});
    UPDATE draft_comment SET resolved_by_user_id = '${id('u1')}', resolved_by_post_id = '${id('p1')}',
      resolved_capacity = 'regular', resolved_at = now();
    UPDATE draft SET state = 'issued', approved_version = 1, approved_by_user_id = '${id('u1')}',
      approved_by_post_id = '${id('p1')}', approved_capacity = 'regular', approved_at = now(), named_post_id = '${id('p2')}';
    INSERT INTO issue (id, organisation_id, number, state, issued_on, draft_id, draft_version, file_id, letter, subject, language,
        addressee, signatory_post_id, signed_by_user_id, unit_id, approved_by_user_id, approved_by_post_id, approved_capacity,
        approved_at, issued_by_user_id, issued_by_post_id, issued_capacity)
      VALUES ('${id('i1')}', '${OURS}', '1/2026', 'numbered', '2026-01-01', '${id('a1')}', 1, '${id('f1')}', '{}', 'सड़क', 'hi', '',
        '${id('p1')}', '${id('u1')}', '${id('n1')}', ${WHO}, now(), ${WHO});
    INSERT INTO letter_signatory VALUES ('${OURS}', '${id('i1')}', 1, ${WHO});
    UPDATE issue SET unsigned_sha256 = '${HASH}', unsigned_size = 1;
    INSERT INTO trusted_root (id, organisation_id, certificate, fingerprint, subject, valid_from, valid_until, received_from,
        added_by_user_id, added_by_post_id, added_capacity)
      VALUES ('${id('w1')}', '${OURS}', '${base64('root')}', '${ROOT}', '', '2020-01-01', '2099-01-01', 'x', ${ADMINISTRATOR});
    INSERT INTO certificate_binding (id, organisation_id, user_id, fingerprint, holder_number, root_fingerprint, holder, subject,
        bears_other_name, reason, added_by_user_id, added_by_post_id, added_capacity)
      VALUES ('${id('w2')}', '${OURS}', '${id('u2')}', '${HASH}', NULL, NULL, '', '', false, 'x', ${ADMINISTRATOR}),
        ('${id('w3')}', '${OURS}', '${id('u2')}', NULL, 'x', '${ROOT}', '', '', false, 'x', ${ADMINISTRATOR});
    INSERT INTO signing_key (id, organisation_id, user_id, kind, p12, subject, issuer, serial, valid_from, valid_until, fingerprint,
        bears_other_name, certificates, holder, holder_number, holder_emails, root_fingerprint, bound_by)
      VALUES ('${id('x1')}', '${OURS}', '${id('u1')}', 'p12', 'x', '', '', '', '2020-01-01', '2099-01-01', '${sha256(HOLDER)}', false,
        '{${base64(HOLDER)}}', '', '${HOLDER}', '{}', '${ROOT}', 'number');
    INSERT INTO note_signature VALUES ('${OURS}', '${id('f1')}', 1, '${id('x1')}', '${sha256(HOLDER)}', '2026-01-01',
      '{"noteId": "${id('m1')}", "text": {"version": 1}}', 'x', '${ROOT}', 'good');
    INSERT INTO stamp_failure VALUES ('${OURS}', '${id('i1')}', 1);
    INSERT INTO esign_request (organisation_id, issue_id, ordinal, transaction, at) VALUES ('${OURS}', '${id('i1')}', 1, 'x', now());
    INSERT INTO letter_signature VALUES ('${OURS}', '${id('i1')}', 1, ${WHO}, '${id('x1')}', '${sha256(HOLDER)}', now(), '${HASH}',
      1, 'B-B', NULL, '${ROOT}', 'not_checked');
    UPDATE issue SET state = 'issued', document_id = '${id('d1')}', letter = NULL;
    INSERT INTO issue_recipient VALUES ('${OURS}', '${id('i1')}', 0, false, '{}');
    INSERT INTO dispatch (id, organisation_id, issue_id, position, mode, state, by_user_id, by_post_id, capacity)
      VALUES ('${id('q1')}', '${OURS}', '${id('i1')}', 0, 'post', 'queued', ${WHO});
    INSERT INTO issue_withdrawal (organisation_id, issue_id, kind, reason, by_user_id, by_post_id, capacity)
      VALUES ('${OURS}', '${id('i1')}', 'revoked', 'x', ${WHO});
    INSERT INTO correspondence (id, organisation_id, file_id, serial, kind, first_page, pages, document_id, receipt_id, issue_id,
        flag, answers_issue_id, answers_position, added_by_user_id, added_by_post_id, capacity)
      VALUES ('${id('c2')}', '${OURS}', '${id('f1')}', 2, 'issued', 3, 1, '${id('d1')}', NULL, '${id('i1')}', NULL, NULL, NULL, ${WHO}),
        ('${id('c3')}', '${OURS}', '${id('f1')}', 3, 'received', 4, 1, '${id('d3')}', '${id('r3')}', NULL, 'a', '${id('i1')}', 0, ${WHO});
    UPDATE correspondence SET detached_at = now(), detach_reason = 'x', detached_by_user_id = '${id('u1')}',
      detached_by_post_id = '${id('p1')}', detached_capacity = 'regular', answers_issue_id = '${id('i1')}', answers_position = 0
      WHERE id = '${id('c1')}';
    -- Behind the others, so that the first row is an answer.
    UPDATE correspondence SET flag = NULL WHERE id = '${id('c2')}';

    INSERT INTO quick_phrase (id, organisation_id, user_id, unit_id, text_hi, text_en, place)
      VALUES ('${id('k1')}', '${OURS}', '${id('u1')}', NULL, 'आदेशार्थ प्रस्तुत।', 'Submitted for orders.', 1),
        ('${id('k2')}', '${OURS}', NULL, '${id('n1')}', 'आदेशार्थ प्रस्तुत।', NULL, 1);

    INSERT INTO notice (id, organisation_id, user_id, post_id, kind, subject_kind, subject_id, cause_id, at)
      VALUES ('${id('y1')}', '${OURS}', '${id('u1')}', '${id('p1')}', 'file_came', 'file', '${id('f1')}', '${id('e1')}', now());
    INSERT INTO connection_setting (connection, organisation_id, key_id, sealed)
      VALUES ('witness', '${OURS}', repeat('0', 32), repeat('A', 40));
    INSERT INTO superior_change (organisation_id, post_id, lost_post_ids) VALUES ('${OURS}', '${id('p1')}', '{}');
    INSERT INTO search_entry (kind, item_id, organisation_id) SELECT 'of-everything', gen_random_uuid(), id FROM organisation LIMIT 1;
    INSERT INTO search_word VALUES ('पेंशन', 'पेंशन', 'pensn', 'pensn', 'pensn');
    INSERT INTO told_trouble (trouble, place) VALUES ('disk', 'a-machine');
    INSERT INTO notice_digest VALUES ('${OURS}', '${id('u1')}', '2026-01-01', '2025-12-31', '2026-01-01');
    INSERT INTO notice_setting VALUES ('${OURS}', '${id('u1')}', 'file_came', 'bell', false);

    INSERT INTO desk_view (id, organisation_id, user_id, post_id, slot, name, filters, is_first)
      VALUES ('${id('v1')}', '${OURS}', '${id('u1')}', '${id('p1')}', 1, 'विलम्बित', '{"late": true}', true);

    INSERT INTO asked_pdf (id, organisation_id, file_id, user_id, post_id, selection, language, state, total, expires_at)
      VALUES ('${id('z1')}', '${OURS}', '${id('f1')}', '${id('u1')}', '${id('p1')}', 'C/1', 'hi', 'making', 1, now() + INTERVAL '7 days');
    INSERT INTO redaction (id, organisation_id, file_id, sequence, document_id, marks, language, asked_by_user_id, asked_by_post_id,
        asked_capacity, total)
      VALUES ('${id('z2')}', '${OURS}', '${id('f1')}', 1, '${id('d1')}', '[]', 'hi', ${WHO}, 1);

    INSERT INTO event (id, organisation_id, subject_kind, subject_id, sequence, name, user_id, post_id, capacity, data)
      VALUES ('${id('e1')}', '${OURS}', 'file', '${id('f1')}', 1, 'file.created', ${WHO}, '{}');
    SELECT file_sealed_rows(1);
    INSERT INTO sealed_row_waiting (event_id, lines) VALUES ('${id('e1')}', '');
    INSERT INTO item_reading (organisation_id, user_id, post_id, capacity, item_kind, item_id, act)
      VALUES ('${OURS}', ${WHO}, 'file', '${id('f1')}', 'opened');
    INSERT INTO log_entry (index, event_id, leaf_hash) VALUES (0, '${id('e1')}', sha256(''));
    INSERT INTO log_key VALUES (1, 'eoffice.example.in/log+01234567+A', 0);
    -- What a test goes on to write in this transaction has events of its own.
    SELECT set_config('patravali.rows', '', true);
  `);
}

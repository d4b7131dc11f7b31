/** What must stand in `desk_entry`, from the rows of the things themselves. */
const EXPECTED_ON_DESKS = `WITH expected AS (
    SELECT organisation_id, 'file' AS kind, file_id AS id, COALESCE(holder_post_id, closed_by_post_id) AS post_id,
      CASE state WHEN 'on_desk' THEN 'desk' WHEN 'in_call_book' THEN 'call_book' ELSE state END AS place, NULL::uuid AS user_id, since,
      COALESCE(CASE state WHEN 'on_desk' THEN due_on WHEN 'parked' THEN parked_until WHEN 'in_call_book' THEN review_on END,
        'infinity') AS day,
      CASE WHEN clock_stopped_on IS NULL THEN clock_from END AS clock_from, urgency_place(urgency) AS urgency,
      COALESCE(sender_post_id, holder_post_id) AS from_post_id, state = 'on_desk' AND opened_at IS NULL AS unread
    FROM file_custody WHERE state <> 'attached'
    UNION ALL SELECT organisation_id, 'receipt', id, holder_post_id, 'desk', NULL, since, COALESCE(due_on, 'infinity'), NULL,
      urgency_place(urgency), sender_post_id, opened_at IS NULL
    FROM receipt WHERE holder_post_id IS NOT NULL
    UNION ALL SELECT k.organisation_id, 'copy', k.receipt_id, k.post_id, 'desk', NULL, k.at, 'infinity', NULL, urgency_place(r.urgency),
      k.from_post_id, true
    FROM receipt_copy k JOIN receipt r ON r.id = k.receipt_id
    WHERE k.seen_at IS NULL AND k.taken_back_at IS NULL AND r.holder_post_id IS DISTINCT FROM k.post_id
    UNION ALL SELECT p.organisation_id, 'question', p.id, p.post_id, 'desk', NULL, q.asked_at, p.due_on, NULL, 5, q.asked_by_post_id, false
    FROM consulted_post p JOIN consultation q ON q.id = p.consultation_id WHERE p.state = 'asked'
    UNION ALL SELECT i.organisation_id, 'letter', i.id, g.post_id, 'desk', NULL,
      COALESCE((SELECT max(s.at) FROM letter_signature s WHERE s.issue_id = i.id), i.issued_at), 'infinity', NULL, 5,
      i.issued_by_post_id, false
    FROM issue i JOIN letter_signatory g ON g.issue_id = i.id
      AND g.ordinal = 1 + (SELECT count(*) FROM letter_signature s WHERE s.issue_id = i.id)
    WHERE i.state = 'numbered'
    UNION ALL SELECT t.organisation_id, 'discussion', n.id, t.post_id, 'desk', t.user_id, n.frozen_at, 'infinity', NULL, 5,
      n.author_post_id, false
    FROM note_participant t JOIN note n ON n.organisation_id = t.organisation_id AND n.file_id = t.file_id AND n.number = t.note
    WHERE NOT EXISTS (SELECT FROM participant_answer a WHERE a.user_id = t.user_id AND a.post_id = t.post_id
      AND a.file_id = t.file_id AND a.note = t.note))`;

/** What holds after every transaction, whoever wrote it: each statement finds what breaks the rule. */
export const INVARIANTS: Readonly<Record<string, string>> = {
  'a file is on the desk to which its last movement brought it, or closed by it': `
    SELECT f.id FROM office_file f LEFT JOIN file_custody c ON c.file_id = f.id
      LEFT JOIN LATERAL (SELECT * FROM movement m WHERE m.file_id = f.id ORDER BY sequence DESC LIMIT 1) m ON true
    WHERE c.file_id IS NULL OR m.id IS NULL OR c.holder_post_id IS DISTINCT FROM m.to_post_id OR (c.state = 'closed') <> (m.kind = 'closed')`,
  'movements run from one without a gap, each from where the last one ended': `
    SELECT id FROM (SELECT *, row_number() OVER thing AS place, lag(to_post_id) OVER thing AS before FROM movement
      WINDOW thing AS (PARTITION BY COALESCE(file_id, receipt_id) ORDER BY sequence)) m
    WHERE sequence <> place OR from_post_id IS DISTINCT FROM before`,
  'a file counts what is on it': `
    SELECT file_id FROM file_custody c WHERE (movements, notes, paragraphs, correspondence, pages, drafts) IS DISTINCT FROM (
      (SELECT count(*) FROM movement x WHERE x.file_id = c.file_id), (SELECT count(*) FROM note x WHERE x.file_id = c.file_id),
      (SELECT COALESCE(sum(x.paragraphs), 0) FROM note x WHERE x.file_id = c.file_id),
      (SELECT count(*) FROM correspondence x WHERE x.file_id = c.file_id),
      (SELECT COALESCE(sum(x.pages), 0) FROM correspondence x WHERE x.file_id = c.file_id),
      (SELECT COALESCE(max(x.ordinal), 0) FROM draft x WHERE x.file_id = c.file_id))`,
  'a desk lists each file, letter and copy as its own row says': `
    ${EXPECTED_ON_DESKS} SELECT id FROM (
      (SELECT * FROM expected EXCEPT SELECT * FROM desk_entry) UNION ALL (SELECT * FROM desk_entry EXCEPT SELECT * FROM expected)) differs`,
  'a letter is on the desk to which its last movement brought it, closed by it, or in a file': `
    SELECT r.id FROM receipt r
      LEFT JOIN LATERAL (SELECT * FROM movement m WHERE m.receipt_id = r.id ORDER BY sequence DESC LIMIT 1) m ON true
    WHERE r.movements IS DISTINCT FROM m.sequence
      OR r.state <> 'in_file' AND r.holder_post_id IS DISTINCT FROM m.to_post_id
      OR (r.state = 'closed') <> (m.kind = 'closed')
      OR r.closed_by_post_id IS DISTINCT FROM CASE m.kind WHEN 'closed' THEN m.by_post_id END
      OR r.file_id IS DISTINCT FROM (SELECT k.file_id FROM correspondence k WHERE k.receipt_id = r.id AND k.detached_at IS NULL)`,
  'a letter says how it came to its desk': `
    SELECT r.id FROM receipt r
      JOIN LATERAL (SELECT * FROM movement m WHERE m.receipt_id = r.id ORDER BY sequence DESC LIMIT 1) m ON m.kind <> 'pulled_back'
    WHERE (r.returned, r.redirected) IS DISTINCT FROM (m.kind = 'returned', m.kind = 'redirected')`,
  'a letter is pulled back by whoever sent it last, and what is redirected goes to another': `
    SELECT m.id FROM movement m JOIN movement p ON p.receipt_id = m.receipt_id AND p.sequence = m.sequence - 1
    WHERE m.kind = 'pulled_back' AND (p.from_post_id = m.to_post_id AND p.by_post_id = m.by_post_id) IS NOT TRUE
      OR m.kind = 'redirected' AND p.kind <> 'pulled_back' AND p.from_post_id IS NOT DISTINCT FROM m.to_post_id`,
  'a letter is reopened by the post that closed it or one above, on its own desk': `
    SELECT m.id FROM movement m LEFT JOIN movement p ON p.receipt_id = m.receipt_id AND p.sequence = m.sequence - 1
      LEFT JOIN post c ON c.id = p.by_post_id
    WHERE m.receipt_id IS NOT NULL AND m.kind = 'reopened' AND (p.kind = 'closed' AND m.to_post_id = m.by_post_id
      AND (m.by_post_id = c.id OR m.by_post_id = ANY (c.superior_post_ids))) IS NOT TRUE`,
  'a copy was given with a forward, is read by its post, and was taken back unseen or not at all': `
    SELECT k.receipt_id FROM receipt_copy k LEFT JOIN receipt r ON r.id = k.receipt_id
      LEFT JOIN movement m ON m.receipt_id = k.receipt_id AND m.sequence = k.movement_sequence
      LEFT JOIN movement n ON n.receipt_id = k.receipt_id AND n.sequence = k.movement_sequence + 1
    WHERE (m.kind = 'forwarded' AND m.from_post_id = k.from_post_id AND m.to_post_id <> k.post_id) IS NOT TRUE
      OR k.taken_back_at IS NULL AND (k.post_id = ANY (r.reader_post_ids)) IS NOT TRUE
      OR k.taken_back_at IS NOT NULL AND n.kind IS DISTINCT FROM 'pulled_back'`,
  'a letter is detached only from where it was last put, before the file moved': `
    SELECT k.id FROM correspondence k WHERE k.detached_at IS NOT NULL AND (k.flag IS NOT NULL OR k.kind <> 'received'
      OR EXISTS (SELECT FROM movement m WHERE m.file_id = k.file_id AND m.sequence > k.movements AND m.at < k.detached_at))`,
  'a note in writing is on the desk of its author, or up for correction with a superior': `
    SELECT c.file_id FROM file_custody c LEFT JOIN pending_note p ON p.file_id = c.file_id
    WHERE c.for_correction AND (p.colour = 'yellow' AND p.put_up_by_post_id = c.sender_post_id) IS NOT TRUE
      OR NOT c.for_correction AND p.file_id IS NOT NULL AND c.holder_post_id NOT IN (p.author_post_id, p.put_up_by_post_id)`,
  'a file is asked for once at a time, by its sender, and given back to whoever asked': `
    SELECT q.id FROM file_recall q JOIN movement m ON m.file_id = q.file_id AND m.sequence = q.movement_sequence
      LEFT JOIN movement n ON n.file_id = q.file_id AND n.sequence = q.movement_sequence + 1
    WHERE q.asked_by_post_id IS DISTINCT FROM (SELECT a.from_post_id FROM movement a WHERE a.file_id = q.file_id
        AND a.sequence <= q.movement_sequence AND a.to_post_id = m.to_post_id AND a.kind <> 'pulled_back'
        ORDER BY a.sequence DESC LIMIT 1)
      OR q.outcome = 'agreed' AND (n.kind = 'recalled' AND n.to_post_id = q.asked_by_post_id) IS NOT TRUE
      OR (SELECT count(*) FROM file_recall o WHERE o.file_id = q.file_id AND o.movement_sequence = q.movement_sequence
        AND o.outcome IS NULL) > 1`,
  'what was given back was asked for, and what was pulled up lay with a post below': `
    SELECT m.id FROM movement m WHERE m.kind = 'recalled' AND NOT EXISTS (SELECT FROM file_recall q WHERE q.file_id = m.file_id
        AND q.movement_sequence = m.sequence - 1 AND q.outcome = 'agreed' AND q.asked_by_post_id = m.to_post_id)
      OR m.kind = 'pulled_up' AND NOT EXISTS (SELECT FROM post p WHERE p.id = m.from_post_id
        AND m.to_post_id = ANY (p.superior_post_ids))`,
  'the last version of a note in writing is what it says': `
    SELECT p.file_id FROM pending_note p LEFT JOIN note_version v ON v.file_id = p.file_id AND v.number = p.text_version
    WHERE (v.content, v.kind, v.main_note, v.discussed_with) IS DISTINCT FROM (p.content, p.kind, p.main_note, p.discussed_with)`,
  'a discussion note has those participants whom it names, and no other note has any': `
    SELECT n.id FROM note n WHERE n.part_file_id IS NULL AND n.discussed_with IS DISTINCT FROM (SELECT array_agg(t.post_id ORDER BY t.place)
      FROM note_participant t WHERE t.organisation_id = n.organisation_id AND t.file_id = n.file_id AND t.note = n.number)`,
  'what was decided or recommended is told by the movement that froze it': `
    SELECT n.id FROM note n JOIN LATERAL (SELECT * FROM movement m WHERE m.file_id = n.file_id AND m.notes = n.number
      ORDER BY m.sequence LIMIT 1) m ON true
    WHERE n.part_file_id IS NULL AND n.decision IS NOT NULL
      AND (m.decision, m.recommended_to) IS DISTINCT FROM (n.decision, n.recommended_to)`,
  'nobody reverses what a higher level has decided': `
    SELECT n.id FROM note n JOIN post p ON p.id = n.author_post_id
      JOIN LATERAL (SELECT e.* FROM note e WHERE e.file_id = n.file_id AND e.number < n.number AND e.decision IS NOT NULL
        AND e.part_file_id IS NULL AND NOT was_taken_back(e.organisation_id, e.file_id, e.number)
        ORDER BY e.number DESC LIMIT 1) e ON e.recommended_to IS NULL AND e.decision <> n.decision
      JOIN post q ON q.id = e.author_post_id
    WHERE n.part_file_id IS NULL AND n.decision IS NOT NULL AND q.level < p.level`,
  'a section stands under an earlier note of its sheet that is none itself': `
    SELECT s.id FROM note s LEFT JOIN note n ON n.file_id = s.file_id AND n.number = s.main_note AND n.number < s.number
    WHERE (s.kind = 'sectional') <> (s.main_note IS NOT NULL)
      OR s.kind = 'sectional' AND (n.kind <> 'sectional') IS NOT TRUE`,
  'a file is set aside as the last line of its parking says': `
    SELECT c.file_id FROM file_custody c LEFT JOIN LATERAL (SELECT * FROM parking_line l
      WHERE l.file_id = c.file_id ORDER BY l.sequence DESC LIMIT 1) l ON true
    WHERE (c.state = 'parked') <> COALESCE(l.kind = 'parked', false)
      OR (c.state = 'in_call_book') <> COALESCE(l.kind IN ('put_in_call_book', 'reviewed'), false)
      OR c.state = 'parked' AND (c.parked_until, c.parked_for) IS DISTINCT FROM (l.until_on, l.until_event)
      OR c.state = 'in_call_book' AND c.review_on IS DISTINCT FROM l.until_on`,
  'a clock stands while a stop of its desk has no end': `
    SELECT c.file_id FROM file_custody c LEFT JOIN clock_stop s ON s.file_id = c.file_id AND s.started_at IS NULL
    WHERE (c.clock_stopped_on, c.clock_stopped_for) IS DISTINCT FROM (s.stopped_on, s.reason)
      OR s.movement_sequence <> c.movements`,
  'what was kept beyond the limit was explained by its holder': `
    SELECT m.id FROM movement m JOIN organisation o ON o.id = m.organisation_id
    WHERE m.kept_days > o.desk_limit_days AND m.explanation IS NULL
      AND m.kind NOT IN ('pulled_back', 'pulled_up', 'created', 'reopened', 'carried')
      AND NOT (m.kind = 'closed' AND EXISTS (SELECT FROM office_file f WHERE f.id = m.file_id AND f.main_file_id IS NOT NULL))`,
  'an attached file lies with its main file, which counts it, and came there with it': `
    SELECT a.file_id FROM file_custody a LEFT JOIN file_custody m ON m.file_id = a.attached_to_file_id
    WHERE (a.state = 'attached') <> (a.attached_to_file_id IS NOT NULL)
      OR a.state = 'attached' AND (m.holder_post_id = a.holder_post_id AND m.attached_to_file_id IS NULL) IS NOT TRUE
      OR a.attached_files <> (SELECT count(*) FROM file_custody x WHERE x.attached_to_file_id = a.file_id)`,
  'the notes of a part that was incorporated stand on the sheet of its main file in order, as they were frozen': `
    SELECT n.id FROM office_file f JOIN file_custody c ON c.file_id = f.id AND f.main_file_id IS NOT NULL
      JOIN note n ON n.file_id = f.id LEFT JOIN note m ON m.file_id = f.main_file_id AND m.part_file_id = f.id AND m.part_note = n.number
    WHERE c.incorporated <> (m.id IS NOT NULL)
      OR c.incorporated AND (m.content, m.content_hash, m.decision, m.author_user_id, m.author_post_id, m.written_at, m.frozen_at)
        IS DISTINCT FROM (n.content, n.content_hash, n.decision, n.author_user_id, n.author_post_id, n.written_at, n.frozen_at)
      OR c.incorporated AND EXISTS (SELECT FROM note o WHERE o.file_id = m.file_id AND o.number = m.number - 1 AND n.number > 1
        AND o.part_note IS DISTINCT FROM n.number - 1)`,
  'the parts of a file run from one without a gap, and it is open as long as one of them is': `
    SELECT f.id FROM office_file f JOIN file_custody c ON c.file_id = f.id JOIN file_custody m ON m.file_id = f.main_file_id
    WHERE f.part > m.parts OR m.parts <> (SELECT count(*) FROM office_file x WHERE x.main_file_id = f.main_file_id)
      OR m.state = 'closed' AND NOT c.incorporated OR (c.state = 'closed') <> c.incorporated`,
  'the volumes of a file run from one without a gap, and each but the last is closed for the next, which knows its readers': `
    SELECT f.id FROM office_file f JOIN file_custody c ON c.file_id = f.id
      LEFT JOIN office_file n ON n.first_volume_id = COALESCE(f.first_volume_id, f.id) AND n.volume = c.volume + 1
      LEFT JOIN file_custody d ON d.file_id = n.id
    WHERE c.volume <> COALESCE(f.volume, 1) OR c.continued <> (n.id IS NOT NULL) OR c.continued AND c.state <> 'closed'
      OR c.grading = d.grading AND NOT c.reader_post_ids @> d.reader_post_ids
      OR f.volume > 2 AND NOT EXISTS (SELECT FROM office_file b WHERE b.first_volume_id = f.first_volume_id AND b.volume = f.volume - 1)`,
  'what was carried went with a movement of its main file': `
    SELECT m.id FROM movement m WHERE m.kind = 'carried' AND NOT EXISTS (SELECT FROM movement w WHERE w.file_id = m.with_file_id
      AND (w.from_post_id, w.to_post_id, w.by_user_id, w.by_post_id) = (m.from_post_id, m.to_post_id, m.by_user_id, m.by_post_id))`,
  'a file awaits as many opinions as were asked for, none of a closed file, and each opinion was asked for': `
    SELECT c.file_id FROM file_custody c LEFT JOIN LATERAL (SELECT count(*) AS open, min(p.due_on) AS due_on FROM consulted_post p
      WHERE p.file_id = c.file_id AND p.state = 'asked') p ON true
    WHERE (c.opinions_awaited, c.opinion_due_on) IS DISTINCT FROM (p.open, p.due_on) OR c.state = 'closed' AND p.open > 0
      OR EXISTS (SELECT FROM note n WHERE n.file_id = c.file_id AND n.part_file_id IS NULL AND (n.kind = 'opinion') <> EXISTS (SELECT FROM consulted_post o
        WHERE o.file_id = n.file_id AND o.note = n.number AND o.post_id = n.author_post_id))`,
  'events of a thing run from one without a gap': `
    SELECT subject_id FROM event GROUP BY organisation_id, subject_id HAVING max(sequence) <> count(*) OR min(sequence) <> 1`,
};

/** What a row once said and always will, as one text each; later rows only join it. */
export const FOR_GOOD: Readonly<Record<string, string>> = {
  event: 'SELECT e::text AS said FROM event e',
  movement: 'SELECT m::text AS said FROM movement m',
  file_recall: `SELECT (id, organisation_id, file_id, movement_sequence, asked_by_user_id, asked_by_post_id, asked_at, reason)::text
    AS said FROM file_recall`,
  note: 'SELECT n::text AS said FROM note n',
  note_participant: 'SELECT t::text AS said FROM note_participant t',
  participant_answer: 'SELECT a::text AS said FROM participant_answer a',
  consultation:
    'SELECT (id, organisation_id, file_id, sequence, question, asked_at, notes)::text AS said FROM consultation',
  consulted_post: 'SELECT (id, consultation_id, file_id, place, post_id, due_on)::text AS said FROM consulted_post',
  parking_line: 'SELECT l::text AS said FROM parking_line l',
  file_reminder: 'SELECT q::text AS said FROM file_reminder q',
  document: 'SELECT d::text AS said FROM document d',
  draft_approval: 'SELECT a::text AS said FROM draft_approval a',
  approved_letterhead: 'SELECT h::text AS said FROM approved_letterhead h',
  draft_comment_answer: 'SELECT a::text AS said FROM draft_comment_answer a',
  office_file: `SELECT (f.id, f.organisation_id, number, computer_number, series, head_id, unit_id, created_at)::text AS said FROM office_file f`,
  file_custody: 'SELECT (file_id, organisation_id)::text AS said FROM file_custody',
  receipt: 'SELECT (id, organisation_id, diary_number, document_id, diarised_at)::text AS said FROM receipt',
  receipt_copy: 'SELECT (organisation_id, receipt_id, post_id)::text AS said FROM receipt_copy',
  issue: 'SELECT (id, organisation_id, number, issued_on, draft_id, draft_version, file_id)::text AS said FROM issue',
  correspondence: `SELECT (id, organisation_id, file_id, serial, first_page, pages, document_id, receipt_id, issue_id, notes, movements)::text AS said
    FROM correspondence`,
  draft: 'SELECT (id, organisation_id, file_id, ordinal)::text AS said FROM draft',
};

/** What only goes up, by what it belongs to. */
export const UPWARDS = `
  SELECT key, value FROM (
    SELECT 'counter ' || concat_ws(' ', organisation_id, scheme, series, period) AS key, value FROM counter
    UNION ALL SELECT 'movements ' || file_id, movements FROM file_custody
    UNION ALL SELECT 'version ' || file_id, version FROM file_custody
    UNION ALL SELECT 'version ' || id, version FROM receipt
    UNION ALL SELECT 'version ' || id, version FROM draft
    UNION ALL SELECT 'text ' || id, current_version FROM draft) counts`;

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits for a post is one narrow table, which bears the indexes of the desk in the place of custody and receipts. */
export class DeskEntries1790000000233 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE desk_entry (
        organisation_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('file', 'receipt', 'copy', 'letter', 'question', 'discussion')),
        id uuid NOT NULL,
        post_id uuid NOT NULL,
        place text NOT NULL CHECK (place IN ('desk', 'parked', 'call_book', 'closed')),
        user_id uuid,
        since timestamptz NOT NULL,
        day date NOT NULL,
        clock_from date,
        urgency integer NOT NULL,
        from_post_id uuid,
        unread boolean NOT NULL,
        PRIMARY KEY (organisation_id, kind, id, post_id)
      );
      INSERT INTO desk_entry
        SELECT organisation_id, 'file', file_id, COALESCE(holder_post_id, closed_by_post_id),
          CASE state WHEN 'on_desk' THEN 'desk' WHEN 'in_call_book' THEN 'call_book' ELSE state END, NULL, since,
          COALESCE(CASE state WHEN 'on_desk' THEN due_on WHEN 'parked' THEN parked_until
            WHEN 'in_call_book' THEN review_on END, 'infinity'),
          CASE WHEN clock_stopped_on IS NULL THEN clock_from END, urgency_place(urgency),
          COALESCE(sender_post_id, holder_post_id), opened_at IS NULL AND state = 'on_desk'
        FROM file_custody WHERE state <> 'attached';
      INSERT INTO desk_entry
        SELECT organisation_id, 'receipt', id, holder_post_id, 'desk', NULL, since, COALESCE(due_on, 'infinity'), NULL,
          urgency_place(urgency), sender_post_id, opened_at IS NULL
        FROM receipt WHERE state <> 'in_file';
      INSERT INTO desk_entry
        SELECT k.organisation_id, 'copy', k.receipt_id, k.post_id, 'desk', NULL, k.at, 'infinity', NULL,
          urgency_place(r.urgency), k.from_post_id, true
        FROM receipt_copy k JOIN receipt r ON r.organisation_id = k.organisation_id AND r.id = k.receipt_id
        WHERE k.seen_at IS NULL AND k.taken_back_at IS NULL AND r.holder_post_id IS DISTINCT FROM k.post_id;
      INSERT INTO desk_entry
        SELECT p.organisation_id, 'question', p.id, p.post_id, 'desk', NULL, q.asked_at, p.due_on, NULL,
          urgency_place('ordinary'), q.asked_by_post_id, false
        FROM consulted_post p JOIN consultation q ON q.organisation_id = p.organisation_id AND q.id = p.consultation_id
        WHERE p.state = 'asked';
      INSERT INTO desk_entry
        SELECT i.organisation_id, 'letter', i.id, g.post_id, 'desk', NULL,
          COALESCE((SELECT max(s.at) FROM letter_signature s
            WHERE s.organisation_id = i.organisation_id AND s.issue_id = i.id), i.issued_at),
          'infinity', NULL, urgency_place('ordinary'), i.issued_by_post_id, false
        FROM issue i JOIN letter_signatory g ON g.organisation_id = i.organisation_id AND g.issue_id = i.id
        WHERE i.state = 'numbered' AND g.ordinal = 1 + (SELECT count(*) FROM letter_signature s
          WHERE s.organisation_id = i.organisation_id AND s.issue_id = i.id);
      INSERT INTO desk_entry
        SELECT t.organisation_id, 'discussion', n.id, t.post_id, 'desk', t.user_id, n.frozen_at, 'infinity', NULL,
          urgency_place('ordinary'), n.author_post_id, false
        FROM note_participant t
        JOIN note n ON n.organisation_id = t.organisation_id AND n.file_id = t.file_id AND n.number = t.note
        WHERE NOT EXISTS (SELECT FROM participant_answer a WHERE a.organisation_id = t.organisation_id
          AND a.user_id = t.user_id AND a.post_id = t.post_id AND a.file_id = t.file_id AND a.note = t.note);
      CREATE INDEX desk_by_arrival ON desk_entry (organisation_id, post_id, place, since, id);
      CREATE INDEX desk_by_day ON desk_entry (organisation_id, post_id, place, day, since, id);
      CREATE INDEX desk_by_urgency ON desk_entry (organisation_id, post_id, place, urgency, since, id);
      CREATE INDEX desk_by_sender ON desk_entry (organisation_id, post_id, place, from_post_id, since, id);
      DROP INDEX inbox_by_arrival, inbox_by_due, inbox_unread, closed_by_post, parked_by_day, call_book_by_review,
        inbox_back_from_parking, inbox_by_urgency, inbox_by_sender, waiting_by_clock, receipt_inbox`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

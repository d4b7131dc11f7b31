import type { MigrationInterface, QueryRunner } from 'typeorm';

const PARKING_EVENTS = `'reply_received', 'consultation_answered'`;
const hasWords = (note: string) =>
  `(${note}paragraphs > 0 OR ${note}content NOT IN ('{"version": 1, "paragraphs": []}', '{"version": 2, "blocks": []}'))`;

/**
 * The custody of a file says how many opinions it awaits, and may be parked until the last has come. An opinion is a note of a kind
 * of its own, which comes at any time: what a signature alone agrees with stands before it.
 */
export class FilesAwaitOpinions1790000000105 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE file_custody
        ADD COLUMN opinions_awaited integer NOT NULL DEFAULT 0
          CONSTRAINT file_custody_opinions_awaited_check CHECK (opinions_awaited >= 0),
        ADD COLUMN opinion_due_on date,
        DROP CONSTRAINT closed_came_from_nowhere, DROP CONSTRAINT file_custody_parked_for_check, DROP CONSTRAINT file_custody_back_from_parking_check,
        ADD CONSTRAINT file_custody_parked_for_check CHECK (parked_for IN (${PARKING_EVENTS})),
        ADD CONSTRAINT file_custody_back_from_parking_check CHECK (back_from_parking IN ('day_came', ${PARKING_EVENTS})),
        -- What came back, or was decided, is set aside like any other file.
        ADD CONSTRAINT closed_came_from_nowhere CHECK (state <> 'closed' OR (decision IS NULL AND NOT returned)),
        ADD CONSTRAINT awaited_opinion_is_due CHECK ((opinions_awaited = 0) = (opinion_due_on IS NULL)),
        ADD CONSTRAINT closed_without_open_question CHECK (state <> 'closed' OR opinions_awaited = 0),
        ADD CONSTRAINT parked_for_awaited_opinion CHECK (parked_for <> 'consultation_answered' OR opinions_awaited > 0);
      ALTER TABLE parking_line
        DROP CONSTRAINT parking_line_kind_check, DROP CONSTRAINT parking_line_until_event_check,
        ADD CONSTRAINT parking_line_kind_check CHECK (kind IN ('parked', 'taken_up', 'day_came', ${PARKING_EVENTS},
          'put_in_call_book', 'reviewed', 'taken_out')),
        ADD CONSTRAINT parking_line_until_event_check CHECK (until_event IN (${PARKING_EVENTS}));
      REVOKE INSERT, UPDATE ON file_custody FROM patravali_app;

      ALTER TABLE note DROP CONSTRAINT note_kind_check, ADD CONSTRAINT note_kind_check
        CHECK (kind IN ('ordinary', 'running_summary', 'self_contained', 'sectional', 'discussion', 'opinion'));

      CREATE OR REPLACE FUNCTION refuse_untrue_agreement() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE before integer;
      BEGIN
        IF ${hasWords('NEW.')} THEN RETURN NEW; END IF;
        SELECT max(number) INTO before FROM public.note WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id
          AND number < NEW.number AND kind <> 'opinion';
        IF NOT EXISTS (SELECT FROM public.note n WHERE n.organisation_id = NEW.organisation_id AND n.file_id = NEW.file_id
              AND n.number < NEW.number AND ${hasWords('n.')})
          OR NEW.decision IS NULL AND (before IS NULL
            OR EXISTS (SELECT FROM public.note n WHERE n.organisation_id = NEW.organisation_id AND n.file_id = NEW.file_id
              AND n.number = before AND n.author_post_id = NEW.author_post_id)
            OR EXISTS (SELECT FROM public.movement m WHERE m.organisation_id = NEW.organisation_id AND m.file_id = NEW.file_id
              AND m.notes >= before AND m.kind = 'returned' AND NOT EXISTS (
                SELECT FROM public.movement b WHERE b.organisation_id = m.organisation_id AND b.file_id = m.file_id
                  AND b.sequence = m.sequence + 1 AND b.kind = 'pulled_back'))) THEN
          RAISE EXCEPTION 'a note without words agrees with nothing' USING ERRCODE = 'check_violation', CONSTRAINT = 'signature_alone_agrees';
        END IF;
        RETURN NEW;
      END $$;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

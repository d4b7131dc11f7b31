import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The same is refused as before, with less reading. What is numbered without gaps is held against the last row and not
 * against all; an event that comes without a number is given the next. At the end of a transaction custody is compared in what
 * the transaction changed: the rest agreed at its beginning. A movement and a note need no comparison of their own when custody
 * counts them, because then custody was changed, and is compared.
 */
export class ChecksLookAtWhatChanged1790000000046 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION refuse_gap_in_events() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE next integer;
      BEGIN
        SELECT sequence + 1 INTO next FROM public.event
          WHERE organisation_id = NEW.organisation_id AND subject_id = NEW.subject_id ORDER BY sequence DESC LIMIT 1;
        next := COALESCE(next, 1);
        IF NEW.sequence IS NULL THEN
          NEW.sequence := next;
        ELSIF NEW.sequence <> next THEN
          RAISE EXCEPTION 'events are numbered without gaps' USING ERRCODE = 'check_violation', CONSTRAINT = 'event_without_gap';
        END IF;
        RETURN NEW;
      END $$;

      CREATE OR REPLACE FUNCTION refuse_gap_in_notes() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE last_number integer; last_paragraph integer;
      BEGIN
        SELECT number INTO last_number FROM public.note
          WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id ORDER BY number DESC LIMIT 1;
        IF NEW.first_paragraph IS NOT NULL THEN
          SELECT first_paragraph + paragraphs - 1 INTO last_paragraph FROM public.note
            WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id AND first_paragraph IS NOT NULL
            ORDER BY number DESC LIMIT 1;
        END IF;
        IF NEW.number <> COALESCE(last_number, 0) + 1 OR NEW.first_paragraph <> COALESCE(last_paragraph, 0) + 1 THEN
          RAISE EXCEPTION 'notes and paragraphs run without gaps' USING ERRCODE = 'check_violation', CONSTRAINT = 'note_without_gap';
        END IF;
        RETURN NEW;
      END $$;
      DROP TRIGGER signature_alone_agrees ON note;
      CREATE TRIGGER signature_alone_agrees BEFORE INSERT ON note FOR EACH ROW
        WHEN (NOT NEW.paragraphs > 0) EXECUTE FUNCTION refuse_untrue_agreement();
      DROP TRIGGER decided_by_officer ON note;
      CREATE TRIGGER decided_by_officer BEFORE INSERT ON note FOR EACH ROW
        WHEN (NEW.decision IS NOT NULL) EXECUTE FUNCTION refuse_decision_of_others();

      -- A movement is of a file or a receipt, which are of the organisation.
      ALTER TABLE movement DROP CONSTRAINT movement_organisation_id_fkey;

      CREATE FUNCTION refuse_change_unlike_file() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        c public.file_custody;
        last record;
        agrees boolean := true;
      BEGIN
        SELECT * INTO c FROM public.file_custody WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id;
        IF (OLD.movements, OLD.holder_post_id, OLD.state) IS DISTINCT FROM (NEW.movements, NEW.holder_post_id, NEW.state) THEN
          SELECT sequence, to_post_id, kind = 'closed' AS closed INTO last FROM public.movement
            WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id ORDER BY sequence DESC LIMIT 1;
          agrees := (c.movements, c.holder_post_id, c.state = 'closed')
            IS NOT DISTINCT FROM (last.sequence, last.to_post_id, last.closed);
        END IF;
        IF agrees AND (OLD.notes, OLD.paragraphs) IS DISTINCT FROM (NEW.notes, NEW.paragraphs) THEN
          SELECT
            COALESCE((SELECT number FROM public.note WHERE organisation_id = NEW.organisation_id
              AND file_id = NEW.file_id ORDER BY number DESC LIMIT 1), 0) AS notes,
            COALESCE((SELECT first_paragraph + paragraphs - 1 FROM public.note WHERE organisation_id = NEW.organisation_id
              AND file_id = NEW.file_id AND paragraphs > 0 ORDER BY number DESC LIMIT 1), 0) AS paragraphs INTO last;
          agrees := (c.notes, c.paragraphs) = (last.notes, last.paragraphs);
        END IF;
        IF agrees AND (OLD.correspondence, OLD.pages) IS DISTINCT FROM (NEW.correspondence, NEW.pages) THEN
          SELECT COALESCE(max(serial), 0) AS serial, COALESCE(max(last_page), 0) AS page INTO last FROM (
            SELECT serial, first_page + pages - 1 AS last_page FROM public.correspondence
            WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id ORDER BY serial DESC LIMIT 1) k;
          agrees := (c.correspondence, c.pages) = (last.serial, last.page);
        END IF;
        IF agrees AND OLD.drafts <> NEW.drafts THEN
          SELECT COALESCE(max(ordinal), 0) AS ordinal INTO last FROM public.draft
            WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id;
          agrees := c.drafts = last.ordinal;
        END IF;
        IF NOT agrees THEN
          RAISE EXCEPTION 'a file is where its register says, with what was counted'
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
        END IF;
        RETURN NULL;
      END $$;
      DROP TRIGGER custody_agrees_with_file ON file_custody;
      CREATE CONSTRAINT TRIGGER custody_agrees_with_file AFTER UPDATE ON file_custody
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN ((OLD.state, OLD.holder_post_id, OLD.movements, OLD.notes, OLD.paragraphs, OLD.correspondence, OLD.pages, OLD.drafts)
          IS DISTINCT FROM (NEW.state, NEW.holder_post_id, NEW.movements, NEW.notes, NEW.paragraphs, NEW.correspondence, NEW.pages, NEW.drafts))
        EXECUTE FUNCTION refuse_change_unlike_file();

      CREATE FUNCTION refuse_uncounted() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE c record;
      BEGIN
        SELECT movements, notes INTO c FROM public.file_custody
          WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id;
        IF TG_TABLE_NAME = 'movement' THEN
          IF c.movements >= NEW.sequence THEN RETURN NULL; END IF;
        ELSIF c.notes >= NEW.number THEN
          RETURN NULL;
        END IF;
        RAISE EXCEPTION 'a file is where its register says, with what was counted'
          USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
      END $$;
      DROP TRIGGER movement_moves_file ON movement;
      CREATE CONSTRAINT TRIGGER movement_moves_file AFTER INSERT ON movement
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.file_id IS NOT NULL) EXECUTE FUNCTION refuse_uncounted();
      DROP TRIGGER note_is_counted ON note;
      CREATE CONSTRAINT TRIGGER note_is_counted AFTER INSERT ON note
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_uncounted();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A file may be set aside on the desk of its holder: parked until a day or until something happens, or put in the call book.
 * Each time is told by lines that are never changed, and at the end of each transaction custody is what the last of them says.
 */
export class FilesAreParked1790000000095 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE file_custody
        ADD COLUMN parked_until date,
        ADD COLUMN parked_for text CONSTRAINT file_custody_parked_for_check CHECK (parked_for IN ('reply_received')),
        ADD COLUMN review_on date,
        ADD COLUMN back_from_parking text CONSTRAINT file_custody_back_from_parking_check
          CHECK (back_from_parking IN ('day_came', 'reply_received')),
        ADD COLUMN reminders integer NOT NULL DEFAULT 0 CONSTRAINT file_custody_reminders_check CHECK (reminders >= 0),
        DROP CONSTRAINT file_custody_state_check, DROP CONSTRAINT one_custody,
        ADD CONSTRAINT file_custody_state_check CHECK (state IN ('on_desk', 'parked', 'in_call_book', 'closed')),
        ADD CONSTRAINT one_custody CHECK ((state = 'closed') = (holder_post_id IS NULL)),
        ADD CONSTRAINT parked_until_something CHECK ((state = 'parked') = (num_nonnulls(parked_until, parked_for) > 0)),
        ADD CONSTRAINT call_book_is_reviewed CHECK ((state = 'in_call_book') = (review_on IS NOT NULL)),
        ADD CONSTRAINT set_aside_after_opening CHECK (state NOT IN ('parked', 'in_call_book') OR opened_at IS NOT NULL),
        ADD CONSTRAINT back_on_the_desk CHECK (back_from_parking IS NULL OR state = 'on_desk'),
        ADD CONSTRAINT holder_is_reminded CHECK (reminders = 0 OR holder_post_id IS NOT NULL);
      CREATE INDEX parked_by_day ON file_custody
        (organisation_id, holder_post_id, (COALESCE(parked_until, DATE 'infinity')), file_id) WHERE state = 'parked';
      CREATE INDEX parked_days ON file_custody (parked_until, file_id) WHERE state = 'parked' AND parked_until IS NOT NULL;
      CREATE INDEX call_book_by_review ON file_custody (organisation_id, holder_post_id, review_on, file_id)
        WHERE state = 'in_call_book';
      CREATE INDEX inbox_back_from_parking ON file_custody (organisation_id, holder_post_id)
        WHERE back_from_parking IS NOT NULL;

      -- How it came back to one desk, and how often that was reminded, is nothing of the next.
      CREATE FUNCTION forget_with_the_desk() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.reminders := 0;
        NEW.back_from_parking := NULL;
        RETURN NEW;
      END $$;
      CREATE TRIGGER forgotten_with_the_desk BEFORE UPDATE OF holder_post_id ON file_custody FOR EACH ROW
        WHEN (OLD.holder_post_id IS DISTINCT FROM NEW.holder_post_id
          AND (NEW.reminders > 0 OR NEW.back_from_parking IS NOT NULL))
        EXECUTE FUNCTION forget_with_the_desk();

      CREATE TABLE parking_line (
        organisation_id uuid NOT NULL,
        file_id uuid NOT NULL,
        -- Given by a trigger.
        sequence integer NOT NULL,
        kind text NOT NULL CHECK (kind IN ('parked', 'taken_up', 'day_came', 'reply_received', 'put_in_call_book', 'reviewed',
          'taken_out')),
        -- Who did it, or parked what came back by itself.
        by_user_id uuid NOT NULL,
        by_post_id uuid NOT NULL,
        capacity text NOT NULL CHECK (capacity IN ('regular', 'additional', 'link')),
        at timestamptz NOT NULL DEFAULT office_now(),
        until_on date,
        until_event text CHECK (until_event IN ('reply_received')),
        cause text CHECK (cause IN ('court', 'other_reference')),
        remarks text CHECK (char_length(remarks) BETWEEN 1 AND 2000 AND remarks IS NFC NORMALIZED),
        PRIMARY KEY (organisation_id, file_id, sequence),
        CONSTRAINT parking_of_file FOREIGN KEY (organisation_id, file_id) REFERENCES office_file (organisation_id, id),
        CONSTRAINT parking_user FOREIGN KEY (organisation_id, by_user_id) REFERENCES office_user (organisation_id, id),
        CONSTRAINT parking_post FOREIGN KEY (organisation_id, by_post_id) REFERENCES post (organisation_id, id),
        CONSTRAINT parking_has_end CHECK (CASE kind WHEN 'parked' THEN num_nonnulls(until_on, until_event) > 0
          WHEN 'put_in_call_book' THEN until_on IS NOT NULL AND until_event IS NULL
          WHEN 'reviewed' THEN until_on IS NOT NULL AND until_event IS NULL
          ELSE num_nonnulls(until_on, until_event) = 0 END),
        CONSTRAINT call_book_has_reason
          CHECK ((kind = 'put_in_call_book') = (cause IS NOT NULL) AND (kind <> 'put_in_call_book' OR remarks IS NOT NULL))
      );
      CREATE TRIGGER parking_line_is_final BEFORE UPDATE OR DELETE ON parking_line
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER parking_line_is_not_truncated BEFORE TRUNCATE ON parking_line EXECUTE FUNCTION refuse_change();

      CREATE FUNCTION refuse_stray_parking() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE last public.parking_line;
      BEGIN
        SELECT * INTO last FROM public.parking_line
          WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id ORDER BY sequence DESC LIMIT 1;
        NEW.sequence := COALESCE(last.sequence, 0) + 1;
        IF (CASE WHEN NEW.kind IN ('parked', 'put_in_call_book') THEN last.kind IN ('put_in_call_book', 'reviewed') IS NOT TRUE
            WHEN NEW.kind = 'taken_up' THEN last.kind = 'parked'
            WHEN NEW.kind = 'day_came' THEN last.kind = 'parked' AND last.until_on <= public.india_today()
            WHEN NEW.kind IN ('reviewed', 'taken_out') THEN last.kind IN ('put_in_call_book', 'reviewed')
            ELSE last.kind = 'parked' AND last.until_event = NEW.kind END) IS NOT TRUE THEN
          RAISE EXCEPTION 'a file is taken up from where it was set aside' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER parking_follows_the_last BEFORE INSERT ON parking_line FOR EACH ROW EXECUTE FUNCTION refuse_stray_parking();

      CREATE FUNCTION refuse_day_that_does_not_lie_ahead() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a file is set aside until a day that lies ahead, and reviewed monthly'
          USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
      END $$;
      CREATE TRIGGER set_aside_until_later BEFORE INSERT ON parking_line FOR EACH ROW
        WHEN (NEW.until_on <= india_today() OR NEW.kind <> 'parked' AND NEW.until_on > india_today() + 31)
        EXECUTE FUNCTION refuse_day_that_does_not_lie_ahead();

      CREATE FUNCTION refuse_custody_unlike_parking() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        c public.file_custody;
        last public.parking_line;
        expected text;
      BEGIN
        SELECT * INTO c FROM public.file_custody WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id;
        SELECT * INTO last FROM public.parking_line
          WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id ORDER BY sequence DESC LIMIT 1;
        expected := CASE WHEN last.kind = 'parked' THEN 'parked'
          WHEN last.kind IN ('put_in_call_book', 'reviewed') THEN 'in_call_book' END;
        IF (CASE WHEN c.state IN ('parked', 'in_call_book') THEN c.state END) IS DISTINCT FROM expected
          OR expected = 'parked' AND (c.parked_until, c.parked_for) IS DISTINCT FROM (last.until_on, last.until_event)
          OR expected = 'in_call_book' AND c.review_on IS DISTINCT FROM last.until_on THEN
          RAISE EXCEPTION 'a file is set aside as its parking says' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER custody_agrees_with_parking AFTER UPDATE ON file_custody
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN ((OLD.state, OLD.parked_until, OLD.parked_for, OLD.review_on)
          IS DISTINCT FROM (NEW.state, NEW.parked_until, NEW.parked_for, NEW.review_on))
        EXECUTE FUNCTION refuse_custody_unlike_parking();
      CREATE CONSTRAINT TRIGGER new_custody_is_not_set_aside AFTER INSERT ON file_custody
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.state IN ('parked', 'in_call_book'))
        EXECUTE FUNCTION refuse_custody_unlike_parking();
      CREATE CONSTRAINT TRIGGER parking_sets_aside AFTER INSERT ON parking_line
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_custody_unlike_parking();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

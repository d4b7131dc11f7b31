import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever writes SQL moves a thing only together with its register: at the end of each transaction a file's custody, and a
 * receipt, are where the last movement brought them, movements begin where the one before ended, and what custody counts is
 * there. Nothing that counts goes down, and what identifies a row or numbers it is not changed.
 *
 * Every name has its schema, so that no temporary table of the session stands in between.
 */
export class RegistersAgree1790000000045 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION refuse_custody_unlike_file() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        of_file uuid;
        c public.file_custody;
        last public.movement;
        counted record;
      BEGIN
        IF TG_TABLE_NAME = 'office_file' THEN of_file := NEW.id; ELSE of_file := NEW.file_id; END IF;
        SELECT * INTO c FROM public.file_custody WHERE organisation_id = NEW.organisation_id AND file_id = of_file;
        SELECT * INTO last FROM public.movement WHERE organisation_id = NEW.organisation_id AND file_id = of_file
          ORDER BY sequence DESC LIMIT 1;
        SELECT
          COALESCE((SELECT max(number) FROM public.note WHERE organisation_id = NEW.organisation_id AND file_id = of_file), 0) AS notes,
          COALESCE((SELECT first_paragraph + paragraphs - 1 FROM public.note WHERE organisation_id = NEW.organisation_id
            AND file_id = of_file AND paragraphs > 0 ORDER BY number DESC LIMIT 1), 0) AS paragraphs,
          COALESCE((SELECT max(serial) FROM public.correspondence WHERE organisation_id = NEW.organisation_id AND file_id = of_file), 0)
            AS correspondence,
          COALESCE((SELECT first_page + pages - 1 FROM public.correspondence WHERE organisation_id = NEW.organisation_id
            AND file_id = of_file ORDER BY serial DESC LIMIT 1), 0) AS pages,
          COALESCE((SELECT max(ordinal) FROM public.draft WHERE organisation_id = NEW.organisation_id AND file_id = of_file), 0) AS drafts
          INTO counted;
        IF (c.movements, c.holder_post_id, c.state = 'closed')
            IS DISTINCT FROM (last.sequence, last.to_post_id, last.kind = 'closed')
          OR (c.notes, c.paragraphs, c.correspondence, c.pages, c.drafts) IS DISTINCT FROM
            (counted.notes, counted.paragraphs, counted.correspondence, counted.pages, counted.drafts) THEN
          RAISE EXCEPTION 'a file is where its register says, with what was counted'
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER file_has_custody AFTER INSERT ON office_file
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_custody_unlike_file();
      CREATE CONSTRAINT TRIGGER new_custody_has_register AFTER INSERT ON file_custody
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_custody_unlike_file();
      CREATE CONSTRAINT TRIGGER custody_agrees_with_file AFTER UPDATE ON file_custody
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN ((OLD.state, OLD.holder_post_id, OLD.movements, OLD.notes, OLD.paragraphs, OLD.correspondence, OLD.pages, OLD.drafts)
          IS DISTINCT FROM (NEW.state, NEW.holder_post_id, NEW.movements, NEW.notes, NEW.paragraphs, NEW.correspondence, NEW.pages, NEW.drafts))
        EXECUTE FUNCTION refuse_custody_unlike_file();
      CREATE CONSTRAINT TRIGGER movement_moves_file AFTER INSERT ON movement
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.file_id IS NOT NULL) EXECUTE FUNCTION refuse_custody_unlike_file();
      CREATE CONSTRAINT TRIGGER note_is_counted AFTER INSERT ON note
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_custody_unlike_file();
      CREATE CONSTRAINT TRIGGER correspondence_is_counted AFTER INSERT ON correspondence
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_custody_unlike_file();
      CREATE CONSTRAINT TRIGGER draft_is_counted AFTER INSERT ON draft
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_custody_unlike_file();

      CREATE FUNCTION refuse_receipt_unlike_register() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        of_receipt uuid;
        r public.receipt;
        last public.movement;
      BEGIN
        IF TG_TABLE_NAME = 'receipt' THEN of_receipt := NEW.id; ELSE of_receipt := NEW.receipt_id; END IF;
        SELECT * INTO r FROM public.receipt WHERE organisation_id = NEW.organisation_id AND id = of_receipt;
        SELECT * INTO last FROM public.movement WHERE organisation_id = NEW.organisation_id AND receipt_id = of_receipt
          ORDER BY sequence DESC LIMIT 1;
        IF r.movements IS DISTINCT FROM last.sequence
          OR r.state <> 'in_file' AND r.holder_post_id IS DISTINCT FROM last.to_post_id
          OR r.state = 'in_file' AND NOT EXISTS (SELECT FROM public.correspondence k WHERE k.organisation_id = r.organisation_id
            AND k.receipt_id = r.id AND k.file_id = r.file_id) THEN
          RAISE EXCEPTION 'a letter is where its register says' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER new_receipt_has_register AFTER INSERT ON receipt
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_receipt_unlike_register();
      CREATE CONSTRAINT TRIGGER receipt_agrees_with_register AFTER UPDATE ON receipt
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN ((OLD.state, OLD.holder_post_id, OLD.movements, OLD.file_id)
          IS DISTINCT FROM (NEW.state, NEW.holder_post_id, NEW.movements, NEW.file_id))
        EXECUTE FUNCTION refuse_receipt_unlike_register();
      CREATE CONSTRAINT TRIGGER movement_moves_receipt AFTER INSERT ON movement
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.receipt_id IS NOT NULL) EXECUTE FUNCTION refuse_receipt_unlike_register();

      CREATE FUNCTION refuse_movement_from_elsewhere() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE before uuid;
      BEGIN
        IF NEW.file_id IS NOT NULL THEN
          SELECT to_post_id INTO before FROM public.movement m WHERE m.organisation_id = NEW.organisation_id
            AND m.file_id = NEW.file_id AND m.sequence = NEW.sequence - 1;
        ELSE
          SELECT to_post_id INTO before FROM public.movement m WHERE m.organisation_id = NEW.organisation_id
            AND m.receipt_id = NEW.receipt_id AND m.sequence = NEW.sequence - 1;
        END IF;
        IF NEW.from_post_id IS DISTINCT FROM before THEN
          RAISE EXCEPTION 'a movement begins where the last one ended' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER movement_begins_where_the_last_ended AFTER INSERT ON movement
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_movement_from_elsewhere();

      CREATE FUNCTION refuse_counting_down() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'what counts goes up' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
      END $$;
      CREATE TRIGGER custody_counts_upwards BEFORE UPDATE ON file_custody FOR EACH ROW
        WHEN (NEW.version < OLD.version OR NEW.movements < OLD.movements OR NEW.notes < OLD.notes OR NEW.paragraphs < OLD.paragraphs
          OR NEW.correspondence < OLD.correspondence OR NEW.pages < OLD.pages OR NEW.drafts < OLD.drafts)
        EXECUTE FUNCTION refuse_counting_down();
      CREATE TRIGGER receipt_counts_upwards BEFORE UPDATE ON receipt FOR EACH ROW
        WHEN (NEW.version < OLD.version OR NEW.movements < OLD.movements) EXECUTE FUNCTION refuse_counting_down();
      CREATE TRIGGER draft_counts_upwards BEFORE UPDATE ON draft FOR EACH ROW
        WHEN (NEW.version < OLD.version OR NEW.current_version < OLD.current_version) EXECUTE FUNCTION refuse_counting_down();

      -- Granted anew at every start, for all columns but those that identify or number the row.
      REVOKE UPDATE ON file_custody, draft, draft_version, counter, number_scheme FROM patravali_app;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A letter says where on the note sheet its docket stands: how many notes and movements the file had when it was put in,
 * which the database fills. A letter put in by mistake is detached, while the file has not moved since: its serial and its
 * pages stay given, and its receipt is free for another file. Of letters that came before, the register of movements tells
 * the place.
 */
export class LettersAreDetached1790000000064 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE correspondence
        ADD notes integer NOT NULL DEFAULT 0,
        ADD movements integer NOT NULL DEFAULT 0,
        ADD detached_at timestamptz,
        ADD detach_reason text,
        ADD detached_by_user_id uuid,
        ADD detached_by_post_id uuid,
        ADD detached_capacity text CHECK (detached_capacity IN ('regular', 'additional', 'link')),
        ADD CONSTRAINT detached_wholly CHECK (num_nonnulls(detached_at, detach_reason, detached_by_user_id, detached_by_post_id,
          detached_capacity) IN (0, 5)),
        ADD CONSTRAINT issued_stays CHECK (detached_at IS NULL OR kind = 'received'),
        ADD CONSTRAINT detached_has_no_flag CHECK (detached_at IS NULL OR flag IS NULL),
        ADD CONSTRAINT detached_by_user FOREIGN KEY (organisation_id, detached_by_user_id) REFERENCES office_user (organisation_id, id),
        ADD CONSTRAINT detached_from_post FOREIGN KEY (organisation_id, detached_by_post_id) REFERENCES post (organisation_id, id);
      UPDATE correspondence k SET notes = m.notes, movements = m.sequence
      FROM (SELECT k.id, m.notes, m.sequence, row_number() OVER (PARTITION BY k.id ORDER BY m.sequence DESC) AS back
        FROM correspondence k JOIN movement m ON m.organisation_id = k.organisation_id AND m.file_id = k.file_id
          AND m.at <= k.added_at) m
      WHERE m.id = k.id AND m.back = 1;

      -- Granted anew at every start, but for what the trigger fills.
      REVOKE INSERT ON correspondence FROM patravali_app;

      CREATE FUNCTION docket_correspondence() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        SELECT notes, movements INTO NEW.notes, NEW.movements FROM public.file_custody
          WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id;
        RETURN NEW;
      END $$;
      CREATE TRIGGER letter_is_docketed BEFORE INSERT ON correspondence FOR EACH ROW EXECUTE FUNCTION docket_correspondence();

      CREATE FUNCTION refuse_late_detaching() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.detached_at IS NOT NULL OR NOT EXISTS (SELECT FROM public.file_custody c
            WHERE c.organisation_id = OLD.organisation_id AND c.file_id = OLD.file_id AND c.movements = OLD.movements
              AND c.state = 'on_desk') THEN
          RAISE EXCEPTION 'a letter is detached once, before the file leaves the desk'
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER detached_once_in_time BEFORE UPDATE ON correspondence FOR EACH ROW
        WHEN ((OLD.detached_at, OLD.detach_reason, OLD.detached_by_user_id, OLD.detached_by_post_id, OLD.detached_capacity)
          IS DISTINCT FROM (NEW.detached_at, NEW.detach_reason, NEW.detached_by_user_id, NEW.detached_by_post_id, NEW.detached_capacity))
        EXECUTE FUNCTION refuse_late_detaching();

      ALTER TABLE correspondence DROP CONSTRAINT receipt_in_one_file;
      CREATE UNIQUE INDEX receipt_in_one_file ON correspondence (organisation_id, receipt_id) WHERE detached_at IS NULL;

      CREATE OR REPLACE FUNCTION refuse_receipt_unlike_register() RETURNS trigger LANGUAGE plpgsql AS $$
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
          OR r.file_id IS DISTINCT FROM (SELECT k.file_id FROM public.correspondence k WHERE k.organisation_id = r.organisation_id
            AND k.receipt_id = r.id AND k.detached_at IS NULL) THEN
          RAISE EXCEPTION 'a letter is where its register says' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER detached_letter_is_on_desk AFTER UPDATE ON correspondence
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.detached_at IS NULL AND NEW.detached_at IS NOT NULL)
        EXECUTE FUNCTION refuse_receipt_unlike_register();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

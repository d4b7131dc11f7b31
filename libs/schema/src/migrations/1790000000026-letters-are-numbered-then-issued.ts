import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A letter is entered in the register when its number is drawn, with all that it needs to be made, and gets its document
 * when it has been made and signed; until then its number may be cancelled with a reason. The entry stays, and the draft
 * follows it. What was issued before stays issued.
 */
export class LettersAreNumberedThenIssued1790000000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE issue
        ADD COLUMN state text NOT NULL DEFAULT 'issued',
        ADD COLUMN letter jsonb,
        ADD COLUMN cancellation_reason text,
        ADD COLUMN cancelled_by_user_id uuid,
        ADD COLUMN cancelled_by_post_id uuid,
        ADD COLUMN cancelled_capacity text,
        ADD COLUMN cancelled_at timestamptz,
        ALTER COLUMN document_id DROP NOT NULL;
      ALTER TABLE issue
        ALTER COLUMN state DROP DEFAULT,
        ADD CONSTRAINT issue_state_check CHECK (state IN ('numbered', 'issued', 'cancelled')),
        ADD CONSTRAINT issue_has_document CHECK ((state = 'issued') = (document_id IS NOT NULL)),
        ADD CONSTRAINT letter_while_numbered CHECK ((state = 'numbered') = (letter IS NOT NULL)),
        ADD CONSTRAINT number_cancelled_whole CHECK (num_nonnulls(cancellation_reason, cancelled_by_user_id, cancelled_by_post_id,
          cancelled_capacity, cancelled_at) = CASE state WHEN 'cancelled' THEN 5 ELSE 0 END),
        ADD CONSTRAINT number_cancelled_with_reason CHECK (cancellation_reason <> ''),
        ADD CONSTRAINT issue_cancelled_capacity_check CHECK (cancelled_capacity IN ('regular', 'additional', 'link')),
        ADD CONSTRAINT issue_cancelled_by FOREIGN KEY (organisation_id, cancelled_by_user_id) REFERENCES office_user (organisation_id, id),
        ADD CONSTRAINT issue_cancelled_from FOREIGN KEY (organisation_id, cancelled_by_post_id) REFERENCES post (organisation_id, id);
      CREATE INDEX issue_numbered ON issue (issued_at) WHERE state = 'numbered';

      DROP TRIGGER issue_is_final ON issue;
      CREATE FUNCTION refuse_change_of_issue() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE settling text[] := ARRAY['state', 'document_id', 'letter', 'cancellation_reason', 'cancelled_by_user_id',
        'cancelled_by_post_id', 'cancelled_capacity', 'cancelled_at'];
      BEGIN
        IF TG_OP = 'UPDATE' AND OLD.state = 'numbered' AND NEW.state IN ('issued', 'cancelled')
            AND to_jsonb(NEW) - settling = to_jsonb(OLD) - settling THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'an entry of the register is final' USING ERRCODE = 'insufficient_privilege', CONSTRAINT = 'issue_is_final';
      END $$;
      CREATE TRIGGER issue_is_final BEFORE UPDATE OR DELETE ON issue FOR EACH ROW EXECUTE FUNCTION refuse_change_of_issue();

      ALTER TABLE draft
        DROP CONSTRAINT draft_state_check,
        ADD CONSTRAINT draft_state_check CHECK (state IN ('draft', 'approved', 'numbered', 'issued', 'cancelled')),
        DROP CONSTRAINT approved_is_current,
        ADD CONSTRAINT approved_is_current CHECK (state NOT IN ('approved', 'numbered', 'issued')
          OR approved_version IS NOT NULL AND approved_version = current_version);
      DROP INDEX draft_live;
      CREATE INDEX draft_live ON draft (organisation_id, file_id) WHERE state IN ('draft', 'approved', 'numbered');

      CREATE FUNCTION refuse_draft_unlike_its_number() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE drawn text;
      BEGIN
        SELECT state INTO drawn FROM issue WHERE organisation_id = NEW.organisation_id AND draft_id = NEW.id;
        IF drawn IS DISTINCT FROM NEW.state AND (drawn IS NOT NULL OR NEW.state = 'numbered') THEN
          RAISE EXCEPTION 'a draft whose number is drawn is numbered, issued or cancelled as its entry in the register'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'draft_follows_its_number';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER draft_follows_its_number BEFORE UPDATE OF state ON draft FOR EACH ROW
        EXECUTE FUNCTION refuse_draft_unlike_its_number();

      CREATE OR REPLACE FUNCTION refuse_closing_with_draft() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM draft WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id
            AND state IN ('draft', 'approved', 'numbered')) THEN
          RAISE EXCEPTION 'a draft is neither issued nor cancelled' USING ERRCODE = 'check_violation', CONSTRAINT = 'closed_without_open_draft';
        END IF;
        RETURN NEW;
      END $$;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

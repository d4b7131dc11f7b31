import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which degrees of urgency only an officer's post sets is what the office says; until it says anything, VIP. */
export class OfficersUrge1790000000079 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION refuse_grading_of_others() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE acting uuid[];
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          IF NEW.grading = OLD.grading AND (NEW.urgency = OLD.urgency OR NOT urgency_needs_officer(NEW.organisation_id, NEW.urgency)) THEN
            RETURN NEW;
          END IF;
          acting := ARRAY[OLD.holder_post_id];
        ELSE
          -- A letter has its grading from its sender; the diary only notes it.
          IF (NEW.grading = 'normal' OR TG_TABLE_NAME = 'receipt')
            AND NOT urgency_needs_officer(NEW.organisation_id, NEW.urgency) THEN RETURN NEW; END IF;
          acting := ARRAY[NEW.holder_post_id];
        END IF;
        IF TG_TABLE_NAME = 'receipt' THEN
          acting := CASE TG_OP WHEN 'UPDATE' THEN acting || NEW.diarised_by_post_id ELSE ARRAY[NEW.diarised_by_post_id] END;
        END IF;
        IF NOT EXISTS (SELECT FROM post p WHERE p.organisation_id = NEW.organisation_id AND p.id = ANY (acting)
            AND 'officer' = ANY (p.roles)) THEN
          RAISE EXCEPTION 'only an officer grades above normal or sets such an urgency'
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
        END IF;
        RETURN NEW;
      END $$;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

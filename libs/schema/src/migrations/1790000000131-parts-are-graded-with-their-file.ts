import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A part lies on no desk once it is incorporated: whoever holds its main file grades it, as high as that. */
export class PartsAreGradedWithTheirFile1790000000131 implements MigrationInterface {
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
          IF TG_TABLE_NAME = 'file_custody' THEN
            IF OLD.incorporated AND NEW.urgency = OLD.urgency THEN
              acting := ARRAY(SELECT main.holder_post_id FROM public.office_file f JOIN public.file_custody main
                  ON main.organisation_id = f.organisation_id AND main.file_id = f.main_file_id
                WHERE f.organisation_id = NEW.organisation_id AND f.id = NEW.file_id AND main.grading = NEW.grading);
            END IF;
          END IF;
        ELSE
          -- A letter has its grading from its sender; the diary only notes it.
          IF (NEW.grading = 'normal' OR TG_TABLE_NAME = 'receipt')
            AND NOT urgency_needs_officer(NEW.organisation_id, NEW.urgency) THEN RETURN NEW; END IF;
          -- A further volume has both from the one before, which another trigger sees to.
          IF TG_TABLE_NAME = 'file_custody' THEN
            IF NEW.volume > 1 THEN RETURN NEW; END IF;
          END IF;
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

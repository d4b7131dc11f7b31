import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Only an officer's post gives a grading above normal, changes one, or makes a thing VIP. Above normal nobody reads
 * a file who has not held it; nobody who has held it ceases to read it; and no file is graded below a letter in it. What was
 * graded before stays as it is.
 */
export class OfficersGrade1790000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION refuse_grading_of_others() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE acting uuid[];
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          IF NEW.grading = OLD.grading AND (NEW.urgency = OLD.urgency OR NEW.urgency <> 'vip') THEN RETURN NEW; END IF;
          acting := ARRAY[OLD.holder_post_id];
        ELSE
          -- A letter has its grading from its sender; the diary only notes it.
          IF NEW.urgency <> 'vip' AND (NEW.grading = 'normal' OR TG_TABLE_NAME = 'receipt') THEN RETURN NEW; END IF;
          acting := ARRAY[NEW.holder_post_id];
        END IF;
        IF TG_TABLE_NAME = 'receipt' THEN
          acting := CASE TG_OP WHEN 'UPDATE' THEN acting || NEW.diarised_by_post_id ELSE ARRAY[NEW.diarised_by_post_id] END;
        END IF;
        IF NOT EXISTS (SELECT FROM post p WHERE p.organisation_id = NEW.organisation_id AND p.id = ANY (acting)
            AND 'officer' = ANY (p.roles)) THEN
          RAISE EXCEPTION 'only an officer grades above normal or marks as VIP'
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER file_graded_by_officer BEFORE INSERT OR UPDATE OF grading, urgency ON file_custody
        FOR EACH ROW EXECUTE FUNCTION refuse_grading_of_others();
      CREATE TRIGGER receipt_graded_by_officer BEFORE INSERT OR UPDATE OF grading, urgency ON receipt
        FOR EACH ROW EXECUTE FUNCTION refuse_grading_of_others();

      CREATE FUNCTION refuse_readers_of_another_grading() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE regraded CONSTANT boolean := TG_OP = 'UPDATE' AND NEW.grading IS DISTINCT FROM OLD.grading; held uuid[];
      BEGIN
        IF NEW.grading = 'normal' AND NOT regraded THEN RETURN NEW; END IF;
        SELECT COALESCE(array_agg(p.post_id), '{}') INTO held
          FROM movement m, unnest(ARRAY[m.from_post_id, m.to_post_id]) p (post_id)
          WHERE m.organisation_id = NEW.organisation_id AND m.file_id = NEW.file_id AND p.post_id IS NOT NULL;
        IF NEW.grading <> 'normal' AND NOT NEW.reader_post_ids <@ (held || NEW.holder_post_id)
          OR regraded AND NOT held <@ NEW.reader_post_ids THEN
          RAISE EXCEPTION 'above normal those read a file who have held it, and nobody else'
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER readers_follow_grading BEFORE INSERT OR UPDATE OF grading, reader_post_ids ON file_custody
        FOR EACH ROW EXECUTE FUNCTION refuse_readers_of_another_grading();

      CREATE FUNCTION refuse_letter_above_file() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE gradings CONSTANT text[] := ARRAY['normal', 'confidential', 'secret', 'top_secret'];
      BEGIN
        IF EXISTS (SELECT FROM receipt r WHERE r.organisation_id = NEW.organisation_id AND r.file_id = NEW.file_id
            AND array_position(gradings, r.grading) > array_position(gradings, NEW.grading)) THEN
          RAISE EXCEPTION 'no file is graded below a letter in it'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'file_graded_as_its_letters';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER file_graded_as_its_letters BEFORE UPDATE OF grading ON file_custody
        FOR EACH ROW WHEN (OLD.grading <> NEW.grading) EXECUTE FUNCTION refuse_letter_above_file();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A signature alone is agreement, so it stands only where there is something to agree with; only an officer decides; whoever
 * does not approve says why. Notes that were frozen before stay as they are. A decision that a clerk has saved but
 * not sent is taken off his note, which is then his to confirm again.
 */
export class NotesAreTrue1790000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE note ADD CONSTRAINT not_approved_has_words CHECK (decision <> 'not_approved' OR paragraphs > 0) NOT VALID;

      CREATE FUNCTION refuse_untrue_agreement() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.paragraphs > 0 THEN RETURN NEW; END IF;
        IF NOT EXISTS (SELECT FROM note n WHERE n.organisation_id = NEW.organisation_id AND n.file_id = NEW.file_id
              AND n.number < NEW.number AND n.paragraphs > 0)
          OR NEW.decision IS NULL AND (
            EXISTS (SELECT FROM note n WHERE n.organisation_id = NEW.organisation_id AND n.file_id = NEW.file_id
              AND n.number = NEW.number - 1 AND n.author_post_id = NEW.author_post_id)
            OR EXISTS (SELECT FROM movement m WHERE m.organisation_id = NEW.organisation_id AND m.file_id = NEW.file_id
              AND m.notes = NEW.number - 1 AND m.kind = 'returned' AND NOT EXISTS (
                SELECT FROM movement b WHERE b.organisation_id = m.organisation_id AND b.file_id = m.file_id
                  AND b.sequence = m.sequence + 1 AND b.kind = 'pulled_back'))) THEN
          RAISE EXCEPTION 'a note without words agrees with nothing' USING ERRCODE = 'check_violation', CONSTRAINT = 'signature_alone_agrees';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER signature_alone_agrees BEFORE INSERT ON note FOR EACH ROW EXECUTE FUNCTION refuse_untrue_agreement();

      CREATE FUNCTION refuse_decision_of_others() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.decision IS NOT NULL AND NOT EXISTS (SELECT FROM post p WHERE p.organisation_id = NEW.organisation_id
            AND p.id = NEW.author_post_id AND 'officer' = ANY (p.roles)) THEN
          RAISE EXCEPTION 'only an officer decides' USING ERRCODE = 'check_violation', CONSTRAINT = 'decided_by_officer';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER decided_by_officer BEFORE INSERT ON note FOR EACH ROW EXECUTE FUNCTION refuse_decision_of_others();

      CREATE FUNCTION refuse_untrue_movement() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE last record; before integer;
      BEGIN
        IF NEW.file_id IS NULL THEN RETURN NEW; END IF;
        SELECT COALESCE(max(notes), 0) INTO before FROM movement
          WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id;
        SELECT number, decision, paragraphs INTO last FROM note
          WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id ORDER BY number DESC LIMIT 1;
        IF NEW.notes <> COALESCE(last.number, 0)
          OR NEW.decision IS DISTINCT FROM (CASE WHEN last.number > before THEN last.decision END)
          OR NEW.kind = 'returned' AND last.number > before AND last.paragraphs = 0 AND last.decision IS NULL THEN
          RAISE EXCEPTION 'a movement tells of its note' USING ERRCODE = 'check_violation', CONSTRAINT = 'movement_tells_of_its_note';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER movement_tells_of_its_note BEFORE INSERT ON movement FOR EACH ROW EXECUTE FUNCTION refuse_untrue_movement();

      UPDATE pending_note n SET decision = NULL, colour = 'yellow', version = version + 1
      WHERE decision IS NOT NULL AND NOT EXISTS (SELECT FROM post p WHERE p.organisation_id = n.organisation_id
        AND p.id = n.author_post_id AND 'officer' = ANY (p.roles));
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

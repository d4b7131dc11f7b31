import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A note may be a running summary or a self-contained note, or a section under a main note of the same sheet.
 * Every note from before is an ordinary one.
 */
export class NotesHaveKinds1790000000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE note ADD COLUMN kind text NOT NULL DEFAULT 'ordinary'
          CONSTRAINT note_kind_check CHECK (kind IN ('ordinary', 'running_summary', 'self_contained', 'sectional')),
        ADD COLUMN main_note integer,
        ADD CONSTRAINT section_has_main_note CHECK ((kind = 'sectional') = (main_note IS NOT NULL)),
        ADD CONSTRAINT main_note_stands_above CHECK (main_note < number),
        ADD CONSTRAINT kind_has_words CHECK (kind = 'ordinary' OR paragraphs > 0);
      ALTER TABLE pending_note ADD COLUMN kind text NOT NULL DEFAULT 'ordinary'
          CONSTRAINT pending_note_kind_check CHECK (kind IN ('ordinary', 'running_summary', 'self_contained', 'sectional')),
        ADD COLUMN main_note integer,
        ADD CONSTRAINT pending_section_has_main_note CHECK ((kind = 'sectional') = (main_note IS NOT NULL));

      CREATE FUNCTION refuse_section_of_nothing() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        -- Notes are never removed: what stands there stays.
        IF NOT EXISTS (SELECT FROM public.note n WHERE n.organisation_id = NEW.organisation_id AND n.file_id = NEW.file_id
            AND n.number = NEW.main_note AND n.kind <> 'sectional') THEN
          RAISE EXCEPTION 'a section stands under a main note' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER section_under_main_note BEFORE INSERT ON note FOR EACH ROW
        WHEN (NEW.main_note IS NOT NULL) EXECUTE FUNCTION refuse_section_of_nothing();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const KIND = (table: string) => `kind text NOT NULL DEFAULT 'ordinary'
  CONSTRAINT ${table}_kind_check CHECK (kind IN ('ordinary', 'running_summary', 'self_contained', 'sectional'))`;
const SECTION_HAS_MAIN_NOTE = `CHECK ((kind = 'sectional') = (main_note IS NOT NULL))`;

/**
 * A note may be a running summary or a self-contained note, or a section under a main note of the same sheet.
 * Every note from before is an ordinary one. Versions of the note in writing say of which kind it was.
 */
export class NotesHaveKinds1790000000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE note ADD COLUMN ${KIND('note')}, ADD COLUMN main_note integer,
        ADD CONSTRAINT section_has_main_note ${SECTION_HAS_MAIN_NOTE},
        ADD CONSTRAINT main_note_stands_above CHECK (main_note < number),
        ADD CONSTRAINT kind_has_words CHECK (kind = 'ordinary' OR paragraphs > 0
          OR content NOT IN ('{"version": 1, "paragraphs": []}', '{"version": 2, "blocks": []}'));
      ALTER TABLE pending_note ADD COLUMN ${KIND('pending_note')}, ADD COLUMN main_note integer,
        ADD CONSTRAINT pending_section_has_main_note ${SECTION_HAS_MAIN_NOTE};
      ALTER TABLE note_version ADD COLUMN ${KIND('note_version')}, ADD COLUMN main_note integer,
        ADD CONSTRAINT version_section_has_main_note ${SECTION_HAS_MAIN_NOTE};

      -- A file tells its summaries, and a note its sections, without its other notes being read.
      CREATE INDEX note_pinned ON note (organisation_id, file_id, kind, number)
        WHERE kind IN ('running_summary', 'self_contained');
      CREATE INDEX note_sections ON note (organisation_id, file_id, main_note, number) WHERE main_note IS NOT NULL;

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

      CREATE OR REPLACE FUNCTION keep_note_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, pg_temp AS $$
      DECLARE last public.note_version;
      BEGIN
        SELECT * INTO last FROM public.note_version
          WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id ORDER BY number DESC LIMIT 1;
        IF NEW.text_version = last.number AND (last.user_id, last.post_id) = (NEW.author_user_id, NEW.author_post_id) THEN
          UPDATE public.note_version SET content = NEW.content, decision = NEW.decision, kind = NEW.kind,
            main_note = NEW.main_note, capacity = NEW.author_capacity, saved_at = NEW.saved_at
          WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id AND number = last.number;
        ELSIF NEW.text_version = COALESCE(last.number, 0) + 1 THEN
          INSERT INTO public.note_version (organisation_id, file_id, number, content, decision, kind, main_note, user_id,
              post_id, capacity, saved_at)
            VALUES (NEW.organisation_id, NEW.file_id, NEW.text_version, NEW.content, NEW.decision, NEW.kind, NEW.main_note,
              NEW.author_user_id, NEW.author_post_id, NEW.author_capacity, NEW.saved_at);
        ELSE
          RAISE EXCEPTION 'a version of a note is of one person, and follows the one before'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'note_versions_are_kept';
        END IF;
        RETURN NULL;
      END $$;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

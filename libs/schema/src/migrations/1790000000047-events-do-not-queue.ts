import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each event locked the one row of its organisation, so that all commands of an office met there. An event of a person is of
 * the organisation by its person; only one of nobody still has to be held against it. The last note with words is found
 * without reading the signatures alone that follow it.
 */
export class EventsDoNotQueue1790000000047 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE event DROP CONSTRAINT event_organisation_id_fkey;
      CREATE FUNCTION refuse_event_of_nowhere() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM public.organisation WHERE id = NEW.organisation_id) THEN
          RAISE EXCEPTION 'an event is of an organisation' USING ERRCODE = 'foreign_key_violation', CONSTRAINT = TG_NAME;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER event_of_organisation BEFORE INSERT ON event FOR EACH ROW
        WHEN (NEW.user_id IS NULL AND NEW.post_id IS NULL) EXECUTE FUNCTION refuse_event_of_nowhere();

      CREATE INDEX note_with_words ON note (organisation_id, file_id, number) WHERE paragraphs > 0;
      CREATE OR REPLACE FUNCTION refuse_gap_in_notes() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE last_number integer; last_paragraph integer;
      BEGIN
        SELECT number INTO last_number FROM public.note
          WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id ORDER BY number DESC LIMIT 1;
        IF NEW.first_paragraph IS NOT NULL THEN
          SELECT first_paragraph + paragraphs - 1 INTO last_paragraph FROM public.note
            WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id AND paragraphs > 0
            ORDER BY number DESC LIMIT 1;
        END IF;
        IF NEW.number <> COALESCE(last_number, 0) + 1 OR NEW.first_paragraph <> COALESCE(last_paragraph, 0) + 1 THEN
          RAISE EXCEPTION 'notes and paragraphs run without gaps' USING ERRCODE = 'check_violation', CONSTRAINT = 'note_without_gap';
        END IF;
        RETURN NEW;
      END $$;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

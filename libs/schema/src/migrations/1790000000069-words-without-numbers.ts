import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The author decides which paragraphs of a note have a number, so a note may have words and no numbered paragraph. What a
 * signature alone may not be is asked of the text itself: it has no word at all. The numbers that a note takes are as many
 * as its text has numbered paragraphs.
 */
export class WordsWithoutNumbers1790000000069 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const hasWords = (note: string) =>
      `(${note}paragraphs > 0 OR ${note}content NOT IN ('{"version": 1, "paragraphs": []}', '{"version": 2, "blocks": []}'))`;
    await runner.query(`
      ALTER TABLE note
        DROP CONSTRAINT not_approved_has_words,
        ADD CONSTRAINT not_approved_has_words CHECK (decision <> 'not_approved' OR ${hasWords('')}) NOT VALID,
        ADD CONSTRAINT numbered_paragraphs_are_counted CHECK (paragraphs = jsonb_array_length(
          CASE content ->> 'version' WHEN '1' THEN content -> 'paragraphs' ELSE jsonb_path_query_array(content,
            '$.blocks[*] ? (@.type == "paragraph" && !exists(@.numbered ? (@ == false)))') END)) NOT VALID;

      CREATE OR REPLACE FUNCTION refuse_untrue_agreement() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF ${hasWords('NEW.')} THEN RETURN NEW; END IF;
        IF NOT EXISTS (SELECT FROM public.note n WHERE n.organisation_id = NEW.organisation_id AND n.file_id = NEW.file_id
              AND n.number < NEW.number AND ${hasWords('n.')})
          OR NEW.decision IS NULL AND (
            EXISTS (SELECT FROM public.note n WHERE n.organisation_id = NEW.organisation_id AND n.file_id = NEW.file_id
              AND n.number = NEW.number - 1 AND n.author_post_id = NEW.author_post_id)
            OR EXISTS (SELECT FROM public.movement m WHERE m.organisation_id = NEW.organisation_id AND m.file_id = NEW.file_id
              AND m.notes = NEW.number - 1 AND m.kind = 'returned' AND NOT EXISTS (
                SELECT FROM public.movement b WHERE b.organisation_id = m.organisation_id AND b.file_id = m.file_id
                  AND b.sequence = m.sequence + 1 AND b.kind = 'pulled_back'))) THEN
          RAISE EXCEPTION 'a note without words agrees with nothing' USING ERRCODE = 'check_violation', CONSTRAINT = 'signature_alone_agrees';
        END IF;
        RETURN NEW;
      END $$;

      CREATE OR REPLACE FUNCTION refuse_untrue_movement() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE last record; before integer;
      BEGIN
        IF NEW.file_id IS NULL THEN RETURN NEW; END IF;
        SELECT COALESCE(max(notes), 0) INTO before FROM public.movement
          WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id;
        SELECT number, decision, ${hasWords('')} AS words INTO last FROM public.note
          WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id ORDER BY number DESC LIMIT 1;
        IF NEW.notes <> COALESCE(last.number, 0)
          OR NEW.decision IS DISTINCT FROM (CASE WHEN last.number > before THEN last.decision END)
          OR NEW.kind = 'returned' AND last.number > before AND NOT last.words AND last.decision IS NULL THEN
          RAISE EXCEPTION 'a movement tells of its note' USING ERRCODE = 'check_violation', CONSTRAINT = 'movement_tells_of_its_note';
        END IF;
        RETURN NEW;
      END $$;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Of several letters of one day from one file to one addressee, each but the first bears its place in its number, (ii),
 * (iii) …. The database counts them, and takes no number without its mark. What was numbered before keeps its number.
 */
export class SameDayLettersAreMarked1790000000147 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE issue ADD COLUMN of_day integer, DISABLE TRIGGER issue_is_final;
      UPDATE issue i SET of_day = counted.of_day
      FROM (SELECT id, row_number() OVER (PARTITION BY organisation_id, file_id, issued_on, addressee ORDER BY issued_at, id) AS of_day
        FROM issue) counted
      WHERE i.id = counted.id;
      ALTER TABLE issue
        ENABLE TRIGGER issue_is_final,
        ALTER COLUMN of_day SET NOT NULL,
        ADD CONSTRAINT issue_of_day_check CHECK (of_day > 0),
        ADD CONSTRAINT letter_of_day_once UNIQUE (organisation_id, file_id, issued_on, addressee, of_day);
      DROP INDEX issue_by_file;
      REVOKE INSERT ON issue FROM patravali_app;

      CREATE FUNCTION refuse_unmarked_letter_of_day() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        SELECT COALESCE(max(of_day), 0) + 1 INTO NEW.of_day FROM public.issue WHERE organisation_id = NEW.organisation_id
          AND file_id = NEW.file_id AND issued_on = NEW.issued_on AND addressee = NEW.addressee;
        IF NEW.of_day > 1 AND strpos(NEW.number, '(' || lower(to_char(NEW.of_day, 'FMRN')) || ')') = 0 THEN
          RAISE EXCEPTION 'a further letter of one day to one addressee says so in its number'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'same_day_letter_is_marked';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER same_day_letter_is_marked BEFORE INSERT ON issue FOR EACH ROW EXECUTE FUNCTION refuse_unmarked_letter_of_day();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

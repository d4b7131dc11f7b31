import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whom a forward makes a reader is noted in one short row, and not among the eighty keys of the file, which took the database
 * longer than everything else about the forward. A search asks for both; a job sorts the rows in, once for all that came
 * to a file meanwhile. Anything but a further reader, such as another grading, is sorted in at once, as before.
 *
 * Only these functions write the table, and they are always on: a row too many would show a file to somebody.
 */
export class NewReadersAreSortedInLater1790000000057 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE new_file_reader (
        organisation_id uuid NOT NULL,
        post_id uuid NOT NULL,
        computer_number integer NOT NULL,
        PRIMARY KEY (organisation_id, post_id, computer_number)
      );

      CREATE OR REPLACE FUNCTION find_file_by_custody() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        IF NEW.state = OLD.state AND NEW.grading = OLD.grading AND OLD.reader_post_ids <@ NEW.reader_post_ids THEN
          INSERT INTO public.new_file_reader (organisation_id, post_id, computer_number)
            SELECT s.organisation_id, reader, s.computer_number
            FROM public.file_search s, unnest(NEW.reader_post_ids) reader
            WHERE s.file_id = NEW.file_id AND reader <> ALL (OLD.reader_post_ids)
            ON CONFLICT DO NOTHING;
        ELSE
          DELETE FROM public.new_file_reader n USING public.file_search s
            WHERE s.file_id = NEW.file_id AND n.organisation_id = s.organisation_id AND n.computer_number = s.computer_number
              AND n.post_id = ANY (OLD.reader_post_ids);
          UPDATE public.file_search SET state = NEW.state, grading = NEW.grading, reader_post_ids = NEW.reader_post_ids
            WHERE file_id = NEW.file_id;
        END IF;
        RETURN NULL;
      END $$;

      -- Sorts in the new readers of some files that no command holds just now. Answers how many files these were.
      CREATE FUNCTION sort_in_new_readers(files integer) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, pg_temp AS $$
      DECLARE taken uuid[];
      BEGIN
        SELECT COALESCE(array_agg(held.file_id), '{}') INTO taken FROM (
          SELECT c.file_id FROM public.file_custody c WHERE c.file_id IN (
            SELECT s.file_id FROM (SELECT * FROM public.new_file_reader LIMIT files) n
            JOIN public.file_search s ON s.organisation_id = n.organisation_id AND s.computer_number = n.computer_number)
          FOR NO KEY UPDATE SKIP LOCKED) held;
        UPDATE public.file_search s SET reader_post_ids = c.reader_post_ids
          FROM public.file_custody c WHERE s.file_id = ANY (taken) AND c.file_id = s.file_id;
        DELETE FROM public.new_file_reader n USING public.file_search s
          WHERE s.file_id = ANY (taken) AND n.organisation_id = s.organisation_id AND n.computer_number = s.computer_number
            AND n.post_id = ANY (s.reader_post_ids);
        RETURN cardinality(taken);
      END $$;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

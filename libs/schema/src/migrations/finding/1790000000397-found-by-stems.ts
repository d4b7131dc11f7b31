import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files are found by the stems of their words, which a job adds to those that are there. */
export class FoundByStems1790000000397 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE search_word (
        word text PRIMARY KEY CHECK (word <> ''),
        stem text NOT NULL,
        spelt text NOT NULL,
        heard text NOT NULL,
        stem_heard text NOT NULL
      );
      CREATE INDEX word_by_heard ON search_word (heard);
      CREATE INDEX word_by_stem_heard ON search_word (stem_heard);
      CREATE INDEX word_by_likeness ON search_word USING gin (heard gin_trgm_ops);
      CREATE TABLE search_due (
        kind text NOT NULL,
        item_id uuid NOT NULL,
        PRIMARY KEY (kind, item_id)
      );
      DROP INDEX file_by_search;
      DROP FUNCTION file_search_keys(uuid, integer, text, text, uuid[]);
      ALTER TABLE file_search ADD COLUMN said tsvector;
      CREATE FUNCTION file_search_keys(
        organisation_id uuid, computer_number integer, words text, state text, reader_post_ids uuid[], said tsvector
      ) RETURNS bigint[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
      DECLARE
        letters CONSTANT text[] := string_to_array(words, NULL);
        longest CONSTANT bigint := public.file_stretch(organisation_id, computer_number, 16);
        keys bigint[] := ARRAY[
          public.file_stretch(organisation_id, computer_number, 7), public.file_stretch(organisation_id, computer_number, 10),
          public.file_stretch(organisation_id, computer_number, 13), longest, hashtextextended(state, longest)];
        reader uuid;
        stem text;
      BEGIN
        FOREACH stem IN ARRAY COALESCE(tsvector_to_array(said), '{}') LOOP
          keys := array_append(keys, hashtextextended(stem, longest));
        END LOOP;
        FOREACH reader IN ARRAY reader_post_ids LOOP
          keys := array_append(keys, uuid_hash_extended(reader, longest));
        END LOOP;
        FOR i IN 1 .. cardinality(letters) - 2 LOOP
          keys := array_append(keys, hashtextextended(letters[i] || letters[i + 1] || letters[i + 2], longest));
        END LOOP;
        RETURN keys;
      END $$;
      CREATE INDEX file_by_search ON file_search
        USING gin (file_search_keys(organisation_id, computer_number, words, state, reader_post_ids, said))
        WITH (fastupdate = on, gin_pending_list_limit = 64);
      INSERT INTO search_due SELECT 'file', file_id FROM file_search;`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words in which a letter is wrong are found by what is left without it; the numbers of entries lie close. */
export class WordsByCuts1790000000439 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION word_cuts(word text, heard text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN ARRAY(SELECT left(each, at - 1) || substr(each, at + 1)
          FROM unnest(CASE WHEN word ~ '^[a-z]' THEN ARRAY[heard, word] ELSE ARRAY[heard] END) each,
            generate_series(1, length(each) + 1) at);
      DROP INDEX word_by_likeness;
      CREATE INDEX word_by_likeness ON search_word USING gin (word_cuts(word, heard));
      ALTER INDEX entry_by_number SET (fillfactor = 100);
      REINDEX INDEX entry_by_number;`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters that came in are found by their number, however it was typed. */
export class SameLetters1790000000410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION letter_key(typed text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN regexp_replace(regexp_replace(
          lower(translate(typed, U&'\\0966\\0967\\0968\\0969\\096A\\096B\\096C\\096D\\096E\\096F', '0123456789')),
          '[\\s/.,:;()|''"_\\u0964\\u0970\\u2010-\\u2015\\u200C\\u200D-]+', '', 'g'), '([\\u0904-\\u0939\\u093E-\\u094D])0', '\\1', 'g');
      CREATE INDEX receipt_by_letter_number ON receipt (organisation_id, letter_key(letter_number))
        WHERE letter_number IS NOT NULL;`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The index serves a search in which the digits of both scripts are the same and the joiners of Hindi say nothing. */
export class SubjectsAreFoundHoweverTyped1790000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX file_by_words;
      CREATE INDEX file_by_words ON office_file USING gin (
        translate(number || ' ' || subject, U&'\\0966\\0967\\0968\\0969\\096A\\096B\\096C\\096D\\096E\\096F\\200C\\200D', '0123456789') gin_trgm_ops
      );
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

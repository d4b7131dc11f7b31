import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An office says in which languages it names its things; one that has not been asked keeps both. */
export class KeptLanguages1790000000395 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisation
        ADD COLUMN kept_languages text NOT NULL DEFAULT 'bilingual' CHECK (kept_languages IN ('hi', 'en', 'bilingual')),
        ADD CONSTRAINT letterhead_in_kept_languages CHECK (kept_languages IN ('bilingual', letterhead_languages));`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

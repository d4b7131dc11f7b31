import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Phrases for all who work in the office: they are of no person and no unit, and have places of their own. */
export class PhrasesOfTheOffice1790000000156 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE quick_phrase DROP CONSTRAINT quick_phrase_has_one_owner,
        ADD CONSTRAINT quick_phrase_has_one_owner CHECK (num_nonnulls(user_id, unit_id) <= 1),
        ADD CONSTRAINT quick_phrase_of_office EXCLUDE USING btree (organisation_id WITH =, place WITH =)
          WHERE (num_nonnulls(user_id, unit_id) = 0) DEFERRABLE;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

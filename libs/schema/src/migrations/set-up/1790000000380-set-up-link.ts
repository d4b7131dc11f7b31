import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An office is set up by a link that the first start prints. */
export class SetUpLink1790000000380 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE set_up_link (
        only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
        token_hash text NOT NULL,
        expires_at timestamptz NOT NULL,
        organisation_id uuid REFERENCES organisation
      )`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

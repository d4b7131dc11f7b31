import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A session can be shown and ended by its id, and ends by itself when it is not used. */
export class SessionsAreShown1790000000038 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE session
        ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT session_id_once UNIQUE,
        ADD COLUMN last_used_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        ADD COLUMN address text,
        ADD COLUMN device text;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

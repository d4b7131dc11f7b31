import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever was mailed a letter that no longer holds is told by mail. Why that could not be done stands with the mail that was sent. */
export class TheUntoldAreKnown1790000000193 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dispatch
        ADD COLUMN not_told text,
        ADD CONSTRAINT who_was_mailed_is_told CHECK (not_told IS NULL OR (mode = 'email' AND sent_at IS NOT NULL));
      GRANT UPDATE (not_told) ON dispatch TO patravali_app;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

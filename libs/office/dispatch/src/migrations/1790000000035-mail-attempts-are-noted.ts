import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Before a mail is handed to the mail server it is noted that this was begun. One that was begun and not ended, because the
 * process or the line died, may have arrived: the letter is sent again, and whoever sent it is told.
 */
export class MailAttemptsAreNoted1790000000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dispatch
        ADD COLUMN attempt_begun_at timestamptz,
        ADD COLUMN unanswered_attempts integer NOT NULL DEFAULT 0 CHECK (unanswered_attempts >= 0),
        ADD CONSTRAINT only_mail_is_attempted CHECK (mode = 'email' OR (attempt_begun_at IS NULL AND unanswered_attempts = 0)),
        ADD CONSTRAINT attempt_ends_with_the_dispatch CHECK (attempt_begun_at IS NULL OR state = 'queued');
      GRANT UPDATE (attempt_begun_at, unanswered_attempts) ON dispatch TO patravali_app;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

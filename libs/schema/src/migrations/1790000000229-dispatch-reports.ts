import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What mail servers report is kept beside a dispatch, and is returned to an address with a key of its own. */
export class DispatchReports1790000000229 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dispatch
        ADD COLUMN return_key text,
        ADD COLUMN report_outcome text CHECK (report_outcome IN ('delivered', 'returned')),
        ADD COLUMN report_words text,
        ADD COLUMN reported_at timestamptz,
        ADD COLUMN report_dismissed_at timestamptz,
        ADD CONSTRAINT return_key_is_guessed_by_nobody CHECK (return_key ~ '^[a-z2-7]{20}$'),
        ADD CONSTRAINT only_mail_is_reported CHECK (mode = 'email' OR num_nonnulls(return_key, report_outcome) = 0),
        ADD CONSTRAINT report_is_whole CHECK (num_nonnulls(report_outcome, report_words, reported_at) IN (0, 3)),
        ADD CONSTRAINT report_of_what_was_sent CHECK (report_outcome IS NULL OR state IN ('sent', 'delivered', 'returned')),
        ADD CONSTRAINT dismissed_was_reported CHECK (report_dismissed_at IS NULL OR report_outcome IS NOT NULL);
      CREATE UNIQUE INDEX dispatch_return_key ON dispatch (return_key) WHERE return_key IS NOT NULL;
      CREATE INDEX dispatch_reported ON dispatch (organisation_id)
        WHERE state = 'sent' AND report_outcome = 'returned' AND report_dismissed_at IS NULL;
      ALTER TABLE event ADD CONSTRAINT reports_are_no_acts
        CHECK (CASE WHEN name = 'dispatch.reported' THEN user_id IS NULL
          WHEN name IN ('dispatch.delivered', 'dispatch.returned') THEN user_id IS NOT NULL ELSE true END) NOT VALID;
      ALTER TABLE event VALIDATE CONSTRAINT reports_are_no_acts`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

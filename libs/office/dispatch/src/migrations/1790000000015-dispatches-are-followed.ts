import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A dispatch is followed after it was sent: its tracking number comes later, it is delivered or comes back, with a reason. */
export class DispatchesAreFollowed1790000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dispatch ADD COLUMN ended_at timestamptz, ADD COLUMN return_reason text;
      UPDATE dispatch SET ended_at = sent_at, return_reason = CASE state WHEN 'returned' THEN '—' END
      WHERE state IN ('delivered', 'returned');
      ALTER TABLE dispatch
        ADD CONSTRAINT ended_when_told CHECK ((state IN ('delivered', 'returned')) = (ended_at IS NOT NULL)),
        ADD CONSTRAINT return_is_explained CHECK ((state = 'returned') = (return_reason IS NOT NULL AND return_reason <> ''));
      GRANT UPDATE (tracking_number, ended_at, return_reason) ON dispatch TO patravali_app;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An officer ends his leave himself. */
export class EndedLeave1790000000227 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tenure ADD COLUMN ended_at timestamptz;
      ALTER TABLE tenure ADD CONSTRAINT only_leave_is_ended CHECK (ended_at IS NULL OR kind = 'link')`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

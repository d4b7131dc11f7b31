import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Registers on paper say what the log was, and when. Null: published before, or nothing yet. */
export class CheckpointsHaveTimes1790000000197 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE published_log ADD COLUMN published_at timestamptz');
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

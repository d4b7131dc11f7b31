import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log also stands when its witness has signed what neither database nor store hold any more. */
export class WitnessesFindTheLogOlder1790000000196 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE published_log DROP CONSTRAINT published_log_fault_check, ADD CONSTRAINT published_log_fault_check CHECK (
        fault IN ('older-database', 'older-store', 'older-than-witness', 'other-log', 'damaged-tiles', 'changed-event', 'no-key')
      );
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

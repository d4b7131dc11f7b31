import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of restricted holidays each may choose some: they stand in the calendar, and the office works. */
export class RestrictedHolidays1790000000361 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE declared_day ADD COLUMN restricted boolean CHECK (restricted),
        ADD CONSTRAINT restricted_is_a_holiday CHECK (restricted IS NULL OR NOT works);`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

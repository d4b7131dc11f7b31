import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Several go on election or flood duty by one order, and link officers keep their desks. */
export class Duties1790000000399 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tenure ADD COLUMN duty text CHECK (duty <> ''),
        ADD CONSTRAINT duty_is_by_order
          CHECK (duty IS NULL OR (kind = 'link' AND until_on IS NOT NULL AND order_reference IS NOT NULL))`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How much one person uploads in a day is set on the page. */
export class UploadQuota1790000000402 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE connection_setting DROP CONSTRAINT connection_setting_connection_check,
        ADD CONSTRAINT connection_setting_connection_check
          CHECK (connection IN ('mail', 'mailbox', 'troubles', 'public-address', 'timestamp', 'signing-key', 'esign',
            'virus-scanner', 'witness', 'uploads'))`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

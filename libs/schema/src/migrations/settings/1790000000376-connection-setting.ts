import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Administrators set on the page what the office is connected with. */
export class ConnectionSetting1790000000376 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE connection_setting (
        connection text PRIMARY KEY CHECK (connection IN ('mail', 'mailbox', 'troubles', 'public-address', 'timestamp',
          'signing-key', 'esign', 'virus-scanner', 'witness')),
        organisation_id uuid NOT NULL REFERENCES organisation,
        key_id text NOT NULL CHECK (key_id ~ '^[0-9a-f]{32}$'),
        sealed text NOT NULL CHECK (sealed ~ '^[A-Za-z0-9+/]{38,}={0,2}$'),
        changed_at timestamptz NOT NULL DEFAULT office_now()
      )`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where the office mails a person what concerns him, if anywhere. */
export class PeopleHaveAddresses1790000000086 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE office_user ADD COLUMN email text CHECK (email LIKE '_%@_%')`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

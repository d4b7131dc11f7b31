import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of a file's cover the application may change the wording alone; its numbers never change (domain: numbers). */
export class CoverNumbersAreFinal1790000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE UPDATE ON office_file FROM patravali_app;
      GRANT UPDATE (subject, cover_remarks) ON office_file TO patravali_app;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

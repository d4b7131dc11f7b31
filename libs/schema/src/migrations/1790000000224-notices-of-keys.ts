import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A notice may be about a signing key, whose certificate ends. */
export class NoticesOfKeys1790000000224 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notice DROP CONSTRAINT notice_subject_kind_check,
        ADD CONSTRAINT notice_subject_kind_check CHECK (subject_kind IN ('file', 'receipt', 'key'))`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

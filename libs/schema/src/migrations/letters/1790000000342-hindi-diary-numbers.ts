import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Diary numbers read in Hindi, as those of files and letters do. */
export class HindiDiaryNumbers1790000000342 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE receipt ADD COLUMN diary_number_hi text,
        ADD CONSTRAINT diary_number_hi_once UNIQUE (organisation_id, diary_number_hi),
        ADD CONSTRAINT diary_reads_otherwise_in_hindi CHECK (diary_number_hi <> diary_number);`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

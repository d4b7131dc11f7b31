import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A letter without a scan is diarised by its cover. */
export class Covers1790000000426 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE receipt ALTER COLUMN document_id DROP NOT NULL,
        ADD COLUMN cover text CHECK (cover IN ('sealed', 'by_name', 'paper')),
        ADD CONSTRAINT receipt_has_scan_or_cover CHECK (num_nonnulls(document_id, cover) > 0),
        ADD CONSTRAINT cover_came_from_outside CHECK (cover IS NULL OR delivery_mode <> 'within_office'),
        ADD CONSTRAINT letter_in_file_has_scan CHECK (state <> 'in_file' OR document_id IS NOT NULL);`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

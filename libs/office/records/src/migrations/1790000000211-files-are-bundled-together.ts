import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One evidence bundle may be of several files. */
export class FilesAreBundledTogether1790000000211 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE asked_pdf
        ADD COLUMN also_file_ids uuid[] NOT NULL DEFAULT '{}',
        ADD CONSTRAINT asked_pdf_also_in_bundle CHECK (also_file_ids = '{}' OR (form = 'bundle' AND issue_id IS NULL)),
        ADD CONSTRAINT asked_pdf_twenty_files CHECK (cardinality(also_file_ids) < 20);
      DROP INDEX asked_pdf_once;
      CREATE UNIQUE INDEX asked_pdf_once
        ON asked_pdf (organisation_id, user_id, file_id, also_file_ids, form, (COALESCE(selection, issue_id::text, '')), language)
        WHERE state IN ('waiting', 'making');
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Evidence bundles of files are made in the background and kept for whoever asked, as PDFs are. */
export class BundlesAreAskedFor1790000000198 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE asked_pdf
        ADD COLUMN form text NOT NULL DEFAULT 'pdf',
        ADD CONSTRAINT asked_pdf_form_check CHECK (form IN ('pdf', 'bundle')),
        ADD CONSTRAINT asked_pdf_bundle_is_whole CHECK (form <> 'bundle' OR selection IS NULL);
      DROP INDEX asked_pdf_once;
      CREATE UNIQUE INDEX asked_pdf_once ON asked_pdf (organisation_id, user_id, file_id, form, (COALESCE(selection, '')), language)
        WHERE state IN ('waiting', 'making');
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

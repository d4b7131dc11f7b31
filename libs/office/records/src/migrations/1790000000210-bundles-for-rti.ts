import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An evidence bundle may be made for a request under the RTI Act, with copies instead of documents. */
export class BundlesForRti1790000000210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE asked_pdf
        DROP CONSTRAINT asked_pdf_form_check,
        DROP CONSTRAINT asked_pdf_bundle_is_whole,
        DROP CONSTRAINT asked_pdf_letter_is_bundled,
        ADD CONSTRAINT asked_pdf_form_check CHECK (form IN ('pdf', 'bundle', 'rti_bundle')),
        ADD CONSTRAINT asked_pdf_bundle_is_whole CHECK (form NOT IN ('bundle', 'rti_bundle') OR selection IS NULL),
        ADD CONSTRAINT asked_pdf_letter_is_bundled CHECK (issue_id IS NULL OR form IN ('bundle', 'rti_bundle'));
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

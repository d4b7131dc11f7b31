import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A bundle for a request under the RTI Act may be of several files as well. */
export class BundlesForRtiOfSeveralFiles1790000000216 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE asked_pdf
        DROP CONSTRAINT asked_pdf_also_in_bundle,
        ADD CONSTRAINT asked_pdf_also_in_bundle CHECK (also_file_ids = '{}' OR (form <> 'pdf' AND issue_id IS NULL));
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An evidence bundle may be of one letter that went out from the file. */
export class LettersAreBundled1790000000199 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE asked_pdf
        ADD COLUMN issue_id uuid,
        ADD CONSTRAINT asked_pdf_issue FOREIGN KEY (organisation_id, issue_id) REFERENCES issue (organisation_id, id),
        ADD CONSTRAINT asked_pdf_letter_is_bundled CHECK (issue_id IS NULL OR form = 'bundle');
      DROP INDEX asked_pdf_once;
      CREATE UNIQUE INDEX asked_pdf_once
        ON asked_pdf (organisation_id, user_id, file_id, form, (COALESCE(selection, issue_id::text, '')), language)
        WHERE state IN ('waiting', 'making');
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

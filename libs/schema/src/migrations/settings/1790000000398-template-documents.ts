import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Templates have documents, which go with the drafts that begin from them. */
export class TemplateDocuments1790000000398 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE template_document (
        organisation_id uuid NOT NULL,
        document_id uuid NOT NULL,
        sha256 text NOT NULL,
        pages integer NOT NULL CHECK (pages > 0),
        template_id uuid NOT NULL,
        place integer NOT NULL CHECK (place BETWEEN 1 AND 20),
        title text NOT NULL CHECK (title <> ''),
        taken_off boolean NOT NULL DEFAULT false,
        PRIMARY KEY (organisation_id, document_id),
        CONSTRAINT document_of_template FOREIGN KEY (organisation_id, template_id)
          REFERENCES draft_template (organisation_id, id),
        CONSTRAINT template_document_bytes FOREIGN KEY (organisation_id, document_id, sha256)
          REFERENCES document (organisation_id, id, sha256)
      );
      CREATE UNIQUE INDEX template_document_place ON template_document (organisation_id, template_id, place)
        WHERE NOT taken_off;`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pictures of a letter become a document, and are kept as they came. */
export class PicturesOfDocuments1790000000440 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE document_picture (
        document_id uuid NOT NULL,
        page integer NOT NULL CHECK (page > 0),
        organisation_id uuid NOT NULL,
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        size bigint NOT NULL CHECK (size > 0),
        format text NOT NULL CHECK (format IN ('jpeg', 'png')),
        file_name text NOT NULL,
        PRIMARY KEY (document_id, page),
        CONSTRAINT document_picture_of_document FOREIGN KEY (organisation_id, document_id)
          REFERENCES document (organisation_id, id) ON DELETE CASCADE
      );
      CREATE INDEX document_picture_by_hash ON document_picture (sha256);`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

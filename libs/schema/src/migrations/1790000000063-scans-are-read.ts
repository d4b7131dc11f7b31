import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Scans get a text. What has come in already is read too, the newest first; what this office has written carries its text. A
 * document's text goes with the document; its bytes are never changed for it.
 */
export class ScansAreRead1790000000063 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE document_text (
        document_id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL,
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'failed')),
        scans integer[],
        attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
        next_at timestamptz NOT NULL DEFAULT office_now(),
        UNIQUE (organisation_id, document_id),
        CONSTRAINT document_text_of_document FOREIGN KEY (organisation_id, document_id)
          REFERENCES document (organisation_id, id) ON DELETE CASCADE,
        CONSTRAINT document_text_known_when_done CHECK (state <> 'done' OR scans IS NOT NULL)
      );
      CREATE INDEX document_text_to_do ON document_text (document_id) WHERE state IN ('waiting', 'running');

      CREATE TABLE page_text (
        document_id uuid NOT NULL,
        page integer NOT NULL CHECK (page > 0),
        organisation_id uuid NOT NULL,
        language text CHECK (language IN ('hi', 'en', 'mixed')),
        lines jsonb NOT NULL CHECK (jsonb_typeof(lines) = 'array'),
        failure text CHECK (failure IN ('late', 'died', 'unreadable')),
        engine text NOT NULL CHECK (engine <> ''),
        PRIMARY KEY (document_id, page),
        CONSTRAINT page_text_of_document FOREIGN KEY (organisation_id, document_id)
          REFERENCES document_text (organisation_id, document_id) ON DELETE CASCADE,
        CONSTRAINT page_text_failed_is_empty CHECK (failure IS NULL OR lines = '[]')
      );

      INSERT INTO document_text (document_id, organisation_id) SELECT document_id, organisation_id FROM receipt;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

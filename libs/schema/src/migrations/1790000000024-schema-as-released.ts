import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Offices made shortly before the first release lack what was then still written into its migrations; these learn it here
 * and end with the schema of all others, where nothing is to do. A scan that was diarised twice becomes two documents of
 * the same bytes; what happened to a letter goes into the history of its file, after what stands there. It runs before any
 * later migration, whose own changes need the released schema.
 */
export class SchemaAsReleased1790000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX IF EXISTS receipt_by_document;
      DO $$ BEGIN
        IF EXISTS (SELECT FROM pg_constraint WHERE conrelid = 'receipt'::regclass AND conname = 'one_receipt_per_document') THEN
          RETURN;
        END IF;
        CREATE TEMPORARY TABLE diarised_again ON COMMIT DROP AS
          SELECT * FROM (SELECT organisation_id, id AS receipt_id, document_id, gen_random_uuid() AS copy_id,
              row_number() OVER (PARTITION BY organisation_id, document_id ORDER BY diarised_at, id) AS time FROM receipt) r
          WHERE time > 1;
        INSERT INTO document
          SELECT (jsonb_populate_record(d, jsonb_build_object('id', a.copy_id))).*
          FROM diarised_again a JOIN document d ON d.organisation_id = a.organisation_id AND d.id = a.document_id;
        UPDATE receipt r SET document_id = a.copy_id FROM diarised_again a WHERE r.id = a.receipt_id;
        UPDATE correspondence k SET document_id = a.copy_id FROM diarised_again a
          WHERE k.organisation_id = a.organisation_id AND k.receipt_id = a.receipt_id;
        ALTER TABLE receipt ADD CONSTRAINT one_receipt_per_document UNIQUE (organisation_id, document_id);
      END $$;

      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = 'event'::regclass AND conname = 'event_subject_kind_check'
            AND pg_get_constraintdef(oid) LIKE '%''issue''%') THEN
          RETURN;
        END IF;
        ALTER TABLE event DISABLE TRIGGER event_is_final;
        UPDATE event e SET subject_kind = 'file', subject_id = told.file_id, related_id = e.subject_id, sequence = told.sequence
        FROM (
          SELECT o.id, i.file_id, COALESCE((SELECT max(f.sequence) FROM event f
              WHERE f.organisation_id = i.organisation_id AND f.subject_id = i.file_id), 0)
            + row_number() OVER (PARTITION BY i.organisation_id, i.file_id ORDER BY o.at, o.sequence) AS sequence
          FROM event o JOIN issue i ON i.organisation_id = o.organisation_id AND i.id = o.subject_id
          WHERE o.subject_kind = 'issue') told
        WHERE told.id = e.id;
        ALTER TABLE event ENABLE TRIGGER event_is_final;
        ALTER TABLE event DROP CONSTRAINT event_subject_kind_check, ADD CONSTRAINT event_subject_kind_check
          CHECK (subject_kind IN ('file', 'receipt', 'user', 'document', 'organisation'));
      END $$;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

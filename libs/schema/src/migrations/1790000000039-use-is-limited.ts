import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person uploads in a day is counted by the documents themselves; other costly work by a count for each minute. */
export class UseIsLimited1790000000039 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX document_by_uploader ON document (organisation_id, uploaded_by_user_id, uploaded_at);

      CREATE TABLE recent_use (
        organisation_id uuid NOT NULL,
        user_id uuid NOT NULL,
        operation text NOT NULL,
        since timestamptz NOT NULL DEFAULT clock_timestamp(),
        uses integer NOT NULL CHECK (uses > 0),
        PRIMARY KEY (organisation_id, user_id, operation),
        CONSTRAINT recent_use_user FOREIGN KEY (organisation_id, user_id) REFERENCES office_user (organisation_id, id)
      );
      GRANT SELECT, INSERT, UPDATE, DELETE ON recent_use TO patravali_app;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

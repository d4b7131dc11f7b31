import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files are pinned to the top of a desk. */
export class DeskPin1790000000221 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE desk_pin (
        organisation_id uuid NOT NULL,
        post_id uuid NOT NULL,
        file_id uuid NOT NULL,
        pinned_at timestamptz NOT NULL DEFAULT office_now(),
        PRIMARY KEY (organisation_id, post_id, file_id),
        CONSTRAINT pinning_post FOREIGN KEY (organisation_id, post_id) REFERENCES post (organisation_id, id),
        CONSTRAINT file_pinned FOREIGN KEY (organisation_id, file_id) REFERENCES office_file (organisation_id, id)
      );
      CREATE INDEX pinned_by_file ON desk_pin (organisation_id, file_id)`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

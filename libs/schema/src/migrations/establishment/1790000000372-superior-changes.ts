import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files learn in the background that a post stands below other superiors. */
export class SuperiorChanges1790000000372 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE superior_change (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        organisation_id uuid NOT NULL,
        post_id uuid NOT NULL,
        lost_post_ids uuid[] NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT office_now(),
        files integer CHECK (files >= 0),
        files_done integer NOT NULL DEFAULT 0 CHECK (files_done >= 0),
        last_file_id uuid,
        CONSTRAINT superior_change_post FOREIGN KEY (organisation_id, post_id) REFERENCES post (organisation_id, id)
      );
      CREATE INDEX superior_change_by_time ON superior_change (organisation_id, changed_at, id);`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

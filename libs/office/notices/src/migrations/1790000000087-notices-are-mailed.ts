import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which notices were mailed, and the digests that were: one for each person and day. */
export class NoticesAreMailed1790000000087 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notice ADD COLUMN mailed_at timestamptz;
      CREATE TABLE notice_digest (
        organisation_id uuid NOT NULL REFERENCES organisation,
        user_id uuid NOT NULL,
        day date NOT NULL,
        since timestamptz NOT NULL,
        until timestamptz NOT NULL,
        mailed_at timestamptz,
        PRIMARY KEY (organisation_id, user_id, day),
        FOREIGN KEY (organisation_id, user_id) REFERENCES office_user (organisation_id, id),
        CONSTRAINT notice_digest_goes_forward CHECK (since < until)
      );
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

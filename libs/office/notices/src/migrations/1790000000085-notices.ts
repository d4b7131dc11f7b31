import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people are told of, what they do not want to be told, and up to where the events of the office have been gone through. */
export class Notices1790000000085 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notice (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        organisation_id uuid NOT NULL REFERENCES organisation,
        user_id uuid NOT NULL,
        post_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind ~ '^[a-z_]+$'),
        subject_kind text NOT NULL CHECK (subject_kind IN ('file', 'receipt')),
        subject_id uuid NOT NULL,
        -- The event that it tells of; of what the calendar brings, made of the thing and the day.
        cause_id uuid NOT NULL,
        at timestamptz NOT NULL,
        read_at timestamptz,
        CONSTRAINT notice_once UNIQUE (organisation_id, cause_id, user_id, kind),
        FOREIGN KEY (organisation_id, user_id) REFERENCES office_user (organisation_id, id),
        FOREIGN KEY (organisation_id, post_id) REFERENCES post (organisation_id, id)
      );
      CREATE INDEX notice_of_person ON notice (organisation_id, user_id, at DESC, id DESC);
      CREATE INDEX notice_unread ON notice (organisation_id, user_id) WHERE read_at IS NULL;
      CREATE INDEX notice_by_time ON notice (at);

      CREATE TABLE notice_setting (
        organisation_id uuid NOT NULL REFERENCES organisation,
        user_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind ~ '^[a-z_]+$'),
        channel text NOT NULL CHECK (channel IN ('bell', 'browser', 'email', 'digest')),
        is_on boolean NOT NULL,
        PRIMARY KEY (organisation_id, user_id, kind, channel),
        FOREIGN KEY (organisation_id, user_id) REFERENCES office_user (organisation_id, id)
      );

      CREATE TABLE notice_place (
        only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
        snapshot text NOT NULL,
        at timestamptz NOT NULL
      );
      INSERT INTO notice_place (snapshot, at) SELECT pg_current_snapshot()::text, clock_timestamp();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A post follows a file that it does not hold, and may want to be reminded of it. The holder of a file is reminded by its
 * sender and his superiors: once a working day by each post.
 */
export class FilesAreFollowed1790000000096 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE followed_file (
        organisation_id uuid NOT NULL,
        post_id uuid NOT NULL,
        file_id uuid NOT NULL,
        followed_at timestamptz NOT NULL DEFAULT office_now(),
        -- How many lines its register of movements had when the post last looked.
        seen_movements integer NOT NULL CHECK (seen_movements > 0),
        remind_on date,
        reminder text CHECK (char_length(reminder) BETWEEN 1 AND 500 AND reminder IS NFC NORMALIZED),
        PRIMARY KEY (organisation_id, post_id, file_id),
        CONSTRAINT reminder_has_day CHECK ((remind_on IS NULL) = (reminder IS NULL)),
        CONSTRAINT following_post FOREIGN KEY (organisation_id, post_id) REFERENCES post (organisation_id, id),
        CONSTRAINT file_followed FOREIGN KEY (organisation_id, file_id) REFERENCES office_file (organisation_id, id)
      );
      CREATE INDEX followed_by_time ON followed_file (organisation_id, post_id, followed_at, file_id);

      CREATE FUNCTION refuse_past_reminder() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'nobody is reminded on a day that has passed'
          USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
      END $$;
      CREATE TRIGGER reminded_later BEFORE INSERT OR UPDATE OF remind_on ON followed_file FOR EACH ROW
        WHEN (NEW.remind_on < india_today()) EXECUTE FUNCTION refuse_past_reminder();

      CREATE TABLE file_reminder (
        organisation_id uuid NOT NULL,
        file_id uuid NOT NULL,
        by_post_id uuid NOT NULL,
        -- The working day for which it counts: on a holiday that is the next.
        day date NOT NULL,
        by_user_id uuid NOT NULL,
        capacity text NOT NULL CHECK (capacity IN ('regular', 'additional', 'link')),
        at timestamptz NOT NULL DEFAULT office_now(),
        to_post_id uuid NOT NULL,
        -- The line of the register that brought the file to that desk.
        movement_sequence integer NOT NULL,
        words text CHECK (char_length(words) BETWEEN 1 AND 500 AND words IS NFC NORMALIZED),
        PRIMARY KEY (organisation_id, file_id, by_post_id, day),
        CONSTRAINT nobody_reminds_himself CHECK (by_post_id <> to_post_id),
        CONSTRAINT reminder_of_file FOREIGN KEY (organisation_id, file_id) REFERENCES office_file (organisation_id, id),
        CONSTRAINT reminder_user FOREIGN KEY (organisation_id, by_user_id) REFERENCES office_user (organisation_id, id),
        CONSTRAINT reminder_from FOREIGN KEY (organisation_id, by_post_id) REFERENCES post (organisation_id, id),
        CONSTRAINT reminder_to FOREIGN KEY (organisation_id, to_post_id) REFERENCES post (organisation_id, id)
      );
      CREATE INDEX file_reminder_by_time ON file_reminder (organisation_id, file_id, at);
      CREATE TRIGGER file_reminder_is_final BEFORE UPDATE OR DELETE ON file_reminder
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER file_reminder_is_not_truncated BEFORE TRUNCATE ON file_reminder EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files and their custody, movements, notes. What is hot (custody) lies apart from what is searched (office_file). */
export class Files1790000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE office_file (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL REFERENCES organisation,
        number text NOT NULL,
        computer_number integer NOT NULL CHECK (computer_number > 0),
        unit_id uuid NOT NULL,
        head_id uuid NOT NULL,
        series text NOT NULL,
        subject text NOT NULL CHECK (subject <> '' AND subject IS NFC NORMALIZED),
        cover_remarks text,
        created_by_user_id uuid NOT NULL,
        created_by_post_id uuid NOT NULL,
        created_capacity text NOT NULL CHECK (created_capacity IN ('regular', 'additional', 'link')),
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        CONSTRAINT file_of_organisation UNIQUE (organisation_id, id),
        CONSTRAINT file_number_once UNIQUE (organisation_id, number),
        CONSTRAINT computer_number_once UNIQUE (organisation_id, computer_number),
        CONSTRAINT file_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit (organisation_id, id),
        CONSTRAINT file_head FOREIGN KEY (organisation_id, head_id) REFERENCES number_head (organisation_id, id),
        CONSTRAINT file_creator FOREIGN KEY (organisation_id, created_by_user_id) REFERENCES office_user (organisation_id, id),
        CONSTRAINT file_created_from FOREIGN KEY (organisation_id, created_by_post_id) REFERENCES post (organisation_id, id)
      );
      CREATE INDEX file_by_words ON office_file USING gin ((number || ' ' || subject) gin_trgm_ops);
      CREATE INDEX file_by_creator ON office_file (organisation_id, created_by_post_id, id DESC);

      CREATE TABLE file_custody (
        file_id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('on_desk', 'closed')),
        holder_post_id uuid,
        sender_post_id uuid,
        reader_post_ids uuid[] NOT NULL,
        grading text NOT NULL CHECK (grading IN ('normal', 'confidential', 'secret', 'top_secret')),
        urgency text NOT NULL CHECK (urgency IN ('ordinary', 'priority', 'immediate', 'top_priority', 'vip')),
        action text,
        due_on date,
        sent_remarks text,
        since timestamptz NOT NULL DEFAULT clock_timestamp(),
        opened_at timestamptz,
        closed_by_post_id uuid,
        closing_reason text,
        movements integer NOT NULL DEFAULT 0,
        notes integer NOT NULL DEFAULT 0,
        paragraphs integer NOT NULL DEFAULT 0,
        correspondence integer NOT NULL DEFAULT 0,
        pages integer NOT NULL DEFAULT 0,
        drafts integer NOT NULL DEFAULT 0,
        version integer NOT NULL DEFAULT 1 CHECK (version > 0),
        CONSTRAINT custody_of_file FOREIGN KEY (organisation_id, file_id) REFERENCES office_file (organisation_id, id),
        CONSTRAINT one_custody CHECK ((state = 'on_desk') = (holder_post_id IS NOT NULL)),
        CONSTRAINT closed_by_somebody CHECK ((state = 'closed') = (closed_by_post_id IS NOT NULL AND closing_reason IS NOT NULL)),
        CONSTRAINT custody_holder FOREIGN KEY (organisation_id, holder_post_id) REFERENCES post (organisation_id, id),
        CONSTRAINT custody_sender FOREIGN KEY (organisation_id, sender_post_id) REFERENCES post (organisation_id, id),
        CONSTRAINT custody_closer FOREIGN KEY (organisation_id, closed_by_post_id) REFERENCES post (organisation_id, id),
        CONSTRAINT holder_reads CHECK (holder_post_id IS NULL OR holder_post_id = ANY (reader_post_ids))
      );
      CREATE INDEX inbox_by_arrival ON file_custody (organisation_id, holder_post_id, since, file_id) WHERE state = 'on_desk';
      CREATE INDEX inbox_by_due ON file_custody (organisation_id, holder_post_id, due_on, file_id) WHERE state = 'on_desk' AND due_on IS NOT NULL;
      CREATE INDEX inbox_unread ON file_custody (organisation_id, holder_post_id) WHERE state = 'on_desk' AND opened_at IS NULL;
      CREATE INDEX closed_by_post ON file_custody (organisation_id, closed_by_post_id, since, file_id) WHERE state = 'closed';
      CREATE INDEX custody_readers ON file_custody USING gin (reader_post_ids);

      CREATE TABLE file_sent (
        organisation_id uuid NOT NULL,
        post_id uuid NOT NULL,
        file_id uuid NOT NULL,
        sent_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (organisation_id, post_id, file_id),
        CONSTRAINT sent_file FOREIGN KEY (organisation_id, file_id) REFERENCES office_file (organisation_id, id)
      );
      CREATE INDEX sent_by_time ON file_sent (organisation_id, post_id, sent_at, file_id);

      CREATE TABLE note (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL,
        file_id uuid NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        first_paragraph integer,
        paragraphs integer NOT NULL CHECK (paragraphs >= 0),
        content jsonb NOT NULL CHECK ((content ->> 'version') IS NOT NULL),
        decision text CHECK (decision IN ('approved', 'not_approved')),
        content_hash text NOT NULL CHECK (content_hash ~ '^[0-9a-f]{64}$'),
        author_user_id uuid NOT NULL,
        author_post_id uuid NOT NULL,
        capacity text NOT NULL CHECK (capacity IN ('regular', 'additional', 'link')),
        written_at timestamptz NOT NULL,
        frozen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        CONSTRAINT note_number_once UNIQUE (organisation_id, file_id, number),
        CONSTRAINT note_of_file FOREIGN KEY (organisation_id, file_id) REFERENCES office_file (organisation_id, id),
        CONSTRAINT note_author FOREIGN KEY (organisation_id, author_user_id) REFERENCES office_user (organisation_id, id),
        CONSTRAINT note_post FOREIGN KEY (organisation_id, author_post_id) REFERENCES post (organisation_id, id),
        CONSTRAINT signature_alone_has_no_paragraph CHECK ((paragraphs = 0) = (first_paragraph IS NULL))
      );
      CREATE FUNCTION refuse_gap_in_notes() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE before_notes integer; before_paragraphs integer;
      BEGIN
        SELECT COALESCE(max(number), 0), COALESCE(max(first_paragraph + paragraphs - 1), 0)
          INTO before_notes, before_paragraphs FROM note
          WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id;
        IF NEW.number <> before_notes + 1 OR NEW.first_paragraph <> before_paragraphs + 1 THEN
          RAISE EXCEPTION 'notes and paragraphs run without gaps' USING ERRCODE = 'check_violation', CONSTRAINT = 'note_without_gap';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER note_without_gap BEFORE INSERT ON note FOR EACH ROW EXECUTE FUNCTION refuse_gap_in_notes();
      CREATE TRIGGER note_is_final BEFORE UPDATE OR DELETE ON note FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER note_is_not_truncated BEFORE TRUNCATE ON note EXECUTE FUNCTION refuse_change();

      CREATE TABLE pending_note (
        file_id uuid PRIMARY KEY,
        id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        colour text NOT NULL CHECK (colour IN ('yellow', 'green')),
        content jsonb NOT NULL,
        decision text CHECK (decision IN ('approved', 'not_approved')),
        author_user_id uuid NOT NULL,
        author_post_id uuid NOT NULL,
        saved_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        version integer NOT NULL DEFAULT 1 CHECK (version > 0),
        CONSTRAINT pending_note_of_file FOREIGN KEY (organisation_id, file_id) REFERENCES office_file (organisation_id, id),
        CONSTRAINT pending_note_author FOREIGN KEY (organisation_id, author_user_id) REFERENCES office_user (organisation_id, id),
        CONSTRAINT pending_note_post FOREIGN KEY (organisation_id, author_post_id) REFERENCES post (organisation_id, id)
      );

      GRANT SELECT, INSERT, UPDATE ON office_file, file_custody TO patravali_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON pending_note, file_sent TO patravali_app;
      GRANT SELECT, INSERT ON note TO patravali_app;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

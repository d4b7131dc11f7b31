import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents, receipts, movements, drafts, issues, correspondence, dispatches. */
export class Correspondence1790000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE document (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL REFERENCES organisation,
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        size bigint NOT NULL CHECK (size > 0),
        pages integer NOT NULL CHECK (pages > 0),
        file_name text NOT NULL,
        has_text boolean NOT NULL,
        uploaded_by_user_id uuid NOT NULL,
        uploaded_by_post_id uuid NOT NULL,
        uploaded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        CONSTRAINT document_of_organisation UNIQUE (organisation_id, id),
        CONSTRAINT document_uploader FOREIGN KEY (organisation_id, uploaded_by_user_id) REFERENCES office_user (organisation_id, id),
        CONSTRAINT document_post FOREIGN KEY (organisation_id, uploaded_by_post_id) REFERENCES post (organisation_id, id)
      );
      CREATE INDEX document_by_hash ON document (sha256);

      CREATE TABLE receipt (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL REFERENCES organisation,
        diary_number text NOT NULL,
        state text NOT NULL CHECK (state IN ('created', 'on_desk', 'in_file')),
        subject text NOT NULL CHECK (subject <> '' AND subject IS NFC NORMALIZED),
        sender_name text NOT NULL CHECK (sender_name <> ''),
        sender_designation text,
        sender_address text,
        sender_email text,
        letter_number text,
        letter_date date,
        received_on date NOT NULL,
        delivery_mode text NOT NULL CHECK (delivery_mode IN ('by_hand', 'post', 'speed_post', 'email', 'other')),
        language text NOT NULL CHECK (language IN ('hi', 'en', 'bilingual')),
        grading text NOT NULL CHECK (grading IN ('normal', 'confidential', 'secret', 'top_secret')),
        urgency text NOT NULL CHECK (urgency IN ('ordinary', 'priority', 'immediate', 'top_priority', 'vip')),
        enclosures integer NOT NULL CHECK (enclosures >= 0),
        remarks text,
        document_id uuid NOT NULL,
        unit_id uuid NOT NULL,
        diarised_by_user_id uuid NOT NULL,
        diarised_by_post_id uuid NOT NULL,
        diarised_capacity text NOT NULL CHECK (diarised_capacity IN ('regular', 'additional', 'link')),
        diarised_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        holder_post_id uuid,
        sender_post_id uuid,
        reader_post_ids uuid[] NOT NULL,
        action text,
        due_on date,
        sent_remarks text,
        since timestamptz NOT NULL DEFAULT clock_timestamp(),
        opened_at timestamptz,
        file_id uuid,
        movements integer NOT NULL DEFAULT 0,
        version integer NOT NULL DEFAULT 1 CHECK (version > 0),
        CONSTRAINT receipt_of_organisation UNIQUE (organisation_id, id),
        CONSTRAINT diary_number_once UNIQUE (organisation_id, diary_number),
        CONSTRAINT one_receipt_per_document UNIQUE (organisation_id, document_id),
        CONSTRAINT receipt_document FOREIGN KEY (organisation_id, document_id) REFERENCES document (organisation_id, id),
        CONSTRAINT receipt_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit (organisation_id, id),
        CONSTRAINT receipt_diarist FOREIGN KEY (organisation_id, diarised_by_user_id) REFERENCES office_user (organisation_id, id),
        CONSTRAINT receipt_diarised_from FOREIGN KEY (organisation_id, diarised_by_post_id) REFERENCES post (organisation_id, id),
        CONSTRAINT receipt_holder FOREIGN KEY (organisation_id, holder_post_id) REFERENCES post (organisation_id, id),
        CONSTRAINT receipt_sender FOREIGN KEY (organisation_id, sender_post_id) REFERENCES post (organisation_id, id),
        CONSTRAINT receipt_file FOREIGN KEY (organisation_id, file_id) REFERENCES office_file (organisation_id, id),
        CONSTRAINT receipt_on_one_desk CHECK ((state = 'in_file') = (file_id IS NOT NULL) AND (state = 'in_file') = (holder_post_id IS NULL))
      );
      CREATE INDEX receipt_inbox ON receipt (organisation_id, holder_post_id, since, id) WHERE state <> 'in_file';
      CREATE INDEX receipt_diary ON receipt (organisation_id, diarised_at, id);
      CREATE INDEX receipt_diary_of_unit ON receipt (organisation_id, unit_id, diarised_at, id);
      CREATE INDEX receipt_readers ON receipt USING gin (reader_post_ids);
      CREATE INDEX receipt_by_file ON receipt (organisation_id, file_id) WHERE file_id IS NOT NULL;

      CREATE TABLE movement (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL REFERENCES organisation,
        file_id uuid,
        receipt_id uuid,
        sequence integer NOT NULL CHECK (sequence > 0),
        kind text NOT NULL CHECK (kind IN ('created', 'forwarded', 'returned', 'pulled_back', 'closed', 'reopened')),
        from_post_id uuid,
        to_post_id uuid,
        by_user_id uuid NOT NULL,
        by_post_id uuid NOT NULL,
        capacity text NOT NULL CHECK (capacity IN ('regular', 'additional', 'link')),
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        action text,
        urgency text,
        due_on date,
        remarks text,
        CONSTRAINT movement_of_one_thing CHECK (num_nonnulls(file_id, receipt_id) = 1),
        CONSTRAINT file_movement_once UNIQUE (organisation_id, file_id, sequence),
        CONSTRAINT receipt_movement_once UNIQUE (organisation_id, receipt_id, sequence),
        CONSTRAINT never_to_oneself CHECK (kind NOT IN ('forwarded', 'returned') OR from_post_id <> to_post_id),
        CONSTRAINT movement_has_ends CHECK (kind NOT IN ('forwarded', 'returned', 'pulled_back') OR num_nonnulls(from_post_id, to_post_id) = 2),
        CONSTRAINT return_has_reason CHECK (kind NOT IN ('returned', 'closed', 'reopened') OR remarks IS NOT NULL),
        CONSTRAINT movement_file FOREIGN KEY (organisation_id, file_id) REFERENCES office_file (organisation_id, id),
        CONSTRAINT movement_receipt FOREIGN KEY (organisation_id, receipt_id) REFERENCES receipt (organisation_id, id),
        CONSTRAINT movement_from FOREIGN KEY (organisation_id, from_post_id) REFERENCES post (organisation_id, id),
        CONSTRAINT movement_to FOREIGN KEY (organisation_id, to_post_id) REFERENCES post (organisation_id, id),
        CONSTRAINT movement_user FOREIGN KEY (organisation_id, by_user_id) REFERENCES office_user (organisation_id, id),
        CONSTRAINT movement_post FOREIGN KEY (organisation_id, by_post_id) REFERENCES post (organisation_id, id)
      );
      CREATE INDEX movement_by_sender ON movement (organisation_id, by_post_id, at) WHERE kind = 'forwarded';
      CREATE FUNCTION refuse_gap_in_movements() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.sequence <> 1 + COALESCE((SELECT max(sequence) FROM movement WHERE organisation_id = NEW.organisation_id
            AND file_id = NEW.file_id), (SELECT max(sequence) FROM movement WHERE organisation_id = NEW.organisation_id
            AND receipt_id = NEW.receipt_id), 0) THEN
          RAISE EXCEPTION 'movements are numbered without gaps' USING ERRCODE = 'check_violation', CONSTRAINT = 'movement_without_gap';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER movement_without_gap BEFORE INSERT ON movement FOR EACH ROW EXECUTE FUNCTION refuse_gap_in_movements();
      CREATE TRIGGER movement_is_final BEFORE UPDATE OR DELETE ON movement FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER movement_is_not_truncated BEFORE TRUNCATE ON movement EXECUTE FUNCTION refuse_change();

      CREATE TABLE file_opening (
        organisation_id uuid NOT NULL,
        file_id uuid NOT NULL,
        movement_sequence integer NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (organisation_id, file_id, movement_sequence),
        CONSTRAINT opening_of_movement FOREIGN KEY (organisation_id, file_id, movement_sequence)
          REFERENCES movement (organisation_id, file_id, sequence)
      );

      GRANT SELECT, INSERT ON document, movement, file_opening TO patravali_app;
      GRANT SELECT, INSERT, UPDATE ON receipt TO patravali_app;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

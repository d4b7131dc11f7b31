import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Drafts and their versions, issues, the file's correspondence, dispatches. */
export class Letters1790000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE draft (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL,
        file_id uuid NOT NULL,
        ordinal integer NOT NULL CHECK (ordinal > 0),
        state text NOT NULL CHECK (state IN ('draft', 'approved', 'issued', 'cancelled')),
        form text NOT NULL CHECK (form IN ('letter', 'office_memorandum')),
        subject text NOT NULL CHECK (subject <> ''),
        addressee text NOT NULL,
        reply_to_receipt_id uuid,
        current_version integer NOT NULL CHECK (current_version > 0),
        approved_version integer,
        approved_by_user_id uuid,
        approved_by_post_id uuid,
        approved_capacity text,
        approved_at timestamptz,
        cancellation_reason text,
        changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        version integer NOT NULL DEFAULT 1 CHECK (version > 0),
        CONSTRAINT draft_of_organisation UNIQUE (organisation_id, id),
        CONSTRAINT draft_ordinal_once UNIQUE (organisation_id, file_id, ordinal),
        CONSTRAINT draft_of_file FOREIGN KEY (organisation_id, file_id) REFERENCES office_file (organisation_id, id),
        CONSTRAINT draft_replies_to FOREIGN KEY (organisation_id, reply_to_receipt_id) REFERENCES receipt (organisation_id, id),
        CONSTRAINT approval_whole CHECK (num_nonnulls(approved_version, approved_by_user_id, approved_by_post_id, approved_capacity, approved_at) IN (0, 5)),
        CONSTRAINT approved_is_current CHECK (state NOT IN ('approved', 'issued') OR approved_version IS NOT NULL AND approved_version = current_version),
        CONSTRAINT cancelled_with_reason CHECK ((state = 'cancelled') = (cancellation_reason IS NOT NULL)),
        CONSTRAINT draft_approver FOREIGN KEY (organisation_id, approved_by_user_id) REFERENCES office_user (organisation_id, id),
        CONSTRAINT draft_approved_from FOREIGN KEY (organisation_id, approved_by_post_id) REFERENCES post (organisation_id, id)
      );
      CREATE INDEX draft_live ON draft (organisation_id, file_id) WHERE state IN ('draft', 'approved');

      CREATE TABLE draft_version (
        organisation_id uuid NOT NULL,
        draft_id uuid NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        content jsonb NOT NULL,
        user_id uuid NOT NULL,
        post_id uuid NOT NULL,
        capacity text NOT NULL CHECK (capacity IN ('regular', 'additional', 'link')),
        movement_sequence integer NOT NULL,
        saved_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (organisation_id, draft_id, number),
        CONSTRAINT version_of_draft FOREIGN KEY (organisation_id, draft_id) REFERENCES draft (organisation_id, id),
        CONSTRAINT version_author FOREIGN KEY (organisation_id, user_id) REFERENCES office_user (organisation_id, id),
        CONSTRAINT version_post FOREIGN KEY (organisation_id, post_id) REFERENCES post (organisation_id, id)
      );
      CREATE FUNCTION refuse_change_of_old_version() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM draft WHERE organisation_id = OLD.organisation_id AND id = OLD.draft_id
            AND state = 'draft' AND current_version = OLD.number) THEN
          RAISE EXCEPTION 'an approved or earlier version stays as it is' USING ERRCODE = 'check_violation', CONSTRAINT = 'old_version_is_final';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER old_version_is_final BEFORE UPDATE ON draft_version FOR EACH ROW EXECUTE FUNCTION refuse_change_of_old_version();

      CREATE TABLE issue (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL,
        number text NOT NULL,
        issued_on date NOT NULL,
        issued_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        draft_id uuid NOT NULL,
        draft_version integer NOT NULL,
        file_id uuid NOT NULL,
        document_id uuid NOT NULL,
        subject text NOT NULL,
        language text NOT NULL CHECK (language IN ('hi', 'en', 'bilingual')),
        addressee text NOT NULL,
        signatory_post_id uuid NOT NULL,
        signed_by_user_id uuid NOT NULL,
        unit_id uuid NOT NULL,
        CONSTRAINT issue_of_organisation UNIQUE (organisation_id, id),
        CONSTRAINT issue_number_once UNIQUE (organisation_id, number),
        CONSTRAINT issued_once UNIQUE (organisation_id, draft_id),
        CONSTRAINT issue_of_version FOREIGN KEY (organisation_id, draft_id, draft_version) REFERENCES draft_version (organisation_id, draft_id, number),
        CONSTRAINT issue_of_file FOREIGN KEY (organisation_id, file_id) REFERENCES office_file (organisation_id, id),
        CONSTRAINT issue_document FOREIGN KEY (organisation_id, document_id) REFERENCES document (organisation_id, id),
        CONSTRAINT issue_signatory FOREIGN KEY (organisation_id, signatory_post_id) REFERENCES post (organisation_id, id),
        CONSTRAINT issue_signer FOREIGN KEY (organisation_id, signed_by_user_id) REFERENCES office_user (organisation_id, id),
        CONSTRAINT issue_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit (organisation_id, id)
      );
      CREATE INDEX issue_register ON issue (organisation_id, issued_at, id);
      CREATE INDEX issue_by_document ON issue (organisation_id, document_id);
      CREATE INDEX issue_by_file ON issue (organisation_id, file_id);
      CREATE INDEX issue_by_signatory ON issue (organisation_id, signatory_post_id, issued_at, id);
      CREATE TRIGGER issue_is_final BEFORE UPDATE OR DELETE ON issue FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER issue_is_not_truncated BEFORE TRUNCATE ON issue EXECUTE FUNCTION refuse_change();

      CREATE TABLE issue_recipient (
        organisation_id uuid NOT NULL,
        issue_id uuid NOT NULL,
        position integer NOT NULL CHECK (position >= 0),
        as_copy boolean NOT NULL,
        addressee jsonb NOT NULL,
        served_at timestamptz,
        PRIMARY KEY (organisation_id, issue_id, position),
        CONSTRAINT recipient_of_issue FOREIGN KEY (organisation_id, issue_id) REFERENCES issue (organisation_id, id)
      );
      CREATE INDEX recipient_to_serve ON issue_recipient (organisation_id, issue_id) WHERE served_at IS NULL;

      CREATE TABLE dispatch (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL,
        issue_id uuid NOT NULL,
        position integer NOT NULL,
        mode text NOT NULL CHECK (mode IN ('email', 'by_hand', 'post', 'speed_post')),
        state text NOT NULL CHECK (state IN ('queued', 'sent', 'delivered', 'returned', 'failed')),
        email text,
        tracking_number text,
        remarks text,
        failure text,
        by_user_id uuid NOT NULL,
        by_post_id uuid NOT NULL,
        capacity text NOT NULL CHECK (capacity IN ('regular', 'additional', 'link')),
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        sent_at timestamptz,
        CONSTRAINT dispatch_to_recipient FOREIGN KEY (organisation_id, issue_id, position) REFERENCES issue_recipient (organisation_id, issue_id, position),
        CONSTRAINT mail_needs_address CHECK (mode <> 'email' OR email IS NOT NULL),
        CONSTRAINT failure_is_told CHECK ((state = 'failed') = (failure IS NOT NULL)),
        CONSTRAINT sent_at_told CHECK (state IN ('queued', 'failed') OR sent_at IS NOT NULL),
        CONSTRAINT dispatch_user FOREIGN KEY (organisation_id, by_user_id) REFERENCES office_user (organisation_id, id),
        CONSTRAINT dispatch_post FOREIGN KEY (organisation_id, by_post_id) REFERENCES post (organisation_id, id)
      );
      CREATE INDEX dispatch_by_issue ON dispatch (organisation_id, issue_id);

      CREATE TABLE correspondence (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL,
        file_id uuid NOT NULL,
        serial integer NOT NULL CHECK (serial > 0),
        kind text NOT NULL CHECK (kind IN ('received', 'issued')),
        first_page integer NOT NULL CHECK (first_page > 0),
        pages integer NOT NULL CHECK (pages > 0),
        document_id uuid NOT NULL,
        receipt_id uuid,
        issue_id uuid,
        flag text CHECK (flag IN ('puc', 'fr')),
        added_by_user_id uuid NOT NULL,
        added_by_post_id uuid NOT NULL,
        capacity text NOT NULL CHECK (capacity IN ('regular', 'additional', 'link')),
        added_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        CONSTRAINT serial_once UNIQUE (organisation_id, file_id, serial),
        CONSTRAINT receipt_in_one_file UNIQUE (organisation_id, receipt_id),
        CONSTRAINT issue_in_one_file UNIQUE (organisation_id, issue_id),
        CONSTRAINT received_or_issued CHECK ((kind = 'received') = (receipt_id IS NOT NULL) AND (kind = 'issued') = (issue_id IS NOT NULL)),
        CONSTRAINT correspondence_of_file FOREIGN KEY (organisation_id, file_id) REFERENCES office_file (organisation_id, id),
        CONSTRAINT correspondence_document FOREIGN KEY (organisation_id, document_id) REFERENCES document (organisation_id, id),
        CONSTRAINT correspondence_receipt FOREIGN KEY (organisation_id, receipt_id) REFERENCES receipt (organisation_id, id),
        CONSTRAINT correspondence_issue FOREIGN KEY (organisation_id, issue_id) REFERENCES issue (organisation_id, id),
        CONSTRAINT correspondence_user FOREIGN KEY (organisation_id, added_by_user_id) REFERENCES office_user (organisation_id, id),
        CONSTRAINT correspondence_post FOREIGN KEY (organisation_id, added_by_post_id) REFERENCES post (organisation_id, id)
      );
      CREATE INDEX correspondence_by_document ON correspondence (organisation_id, document_id);
      CREATE INDEX office_copy_by_post ON correspondence (organisation_id, added_by_post_id) WHERE kind = 'issued';
      CREATE FUNCTION refuse_gap_in_correspondence() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE before_serial integer; before_page integer;
      BEGIN
        SELECT COALESCE(max(serial), 0), COALESCE(max(first_page + pages - 1), 0) INTO before_serial, before_page
          FROM correspondence WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id;
        IF NEW.serial <> before_serial + 1 OR NEW.first_page <> before_page + 1 THEN
          RAISE EXCEPTION 'serials and pages run without gaps' USING ERRCODE = 'check_violation', CONSTRAINT = 'correspondence_without_gap';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER correspondence_without_gap BEFORE INSERT ON correspondence FOR EACH ROW EXECUTE FUNCTION refuse_gap_in_correspondence();

      GRANT SELECT, INSERT, UPDATE ON draft, draft_version TO patravali_app;
      GRANT SELECT, INSERT ON issue, issue_recipient, dispatch, correspondence TO patravali_app;
      GRANT UPDATE (served_at) ON issue_recipient TO patravali_app;
      GRANT UPDATE (state, sent_at, failure) ON dispatch TO patravali_app;
      GRANT UPDATE (flag) ON correspondence TO patravali_app;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

-- A letter in the making. It bears the name of the signatory, and says which other post may issue it.
CREATE TABLE draft (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  file_id uuid NOT NULL,
  ordinal integer NOT NULL CHECK (ordinal > 0),
  state text NOT NULL CHECK (state IN ('draft', 'approved', 'numbered', 'issued', 'cancelled')),
  form text NOT NULL
    CHECK (form IN ('letter', 'do_letter', 'office_memorandum', 'office_order', 'order', 'notification', 'resolution',
      'endorsement', 'id_note', 'press_note', 'minutes', 'reminder')),
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
  changed_at timestamptz NOT NULL DEFAULT office_now(),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  signatory_post_id uuid NOT NULL,
  named_post_id uuid,
  template_id uuid,
  CONSTRAINT draft_of_organisation UNIQUE (organisation_id, id),
  CONSTRAINT draft_ordinal_once UNIQUE (organisation_id, file_id, ordinal),
  CONSTRAINT approval_whole
    CHECK (num_nonnulls(approved_version, approved_by_user_id, approved_by_post_id, approved_capacity, approved_at)
      IN (0, 5)),
  CONSTRAINT cancelled_with_reason CHECK ((state = 'cancelled') = (cancellation_reason IS NOT NULL)),
  CONSTRAINT draft_named_by_signatory
    CHECK (named_post_id IS NULL OR (approved_by_post_id IS NOT NULL AND approved_by_post_id = signatory_post_id
      AND named_post_id <> signatory_post_id)),
  CONSTRAINT approved_is_current
    CHECK (state NOT IN ('approved', 'numbered', 'issued') OR approved_version IS NOT NULL
      AND approved_version = current_version),
  CONSTRAINT draft_of_file FOREIGN KEY (organisation_id, file_id) REFERENCES office_file (organisation_id, id),
  CONSTRAINT draft_replies_to FOREIGN KEY (organisation_id, reply_to_receipt_id)
    REFERENCES receipt (organisation_id, id),
  CONSTRAINT draft_approver FOREIGN KEY (organisation_id, approved_by_user_id)
    REFERENCES office_user (organisation_id, id),
  CONSTRAINT draft_approved_from FOREIGN KEY (organisation_id, approved_by_post_id)
    REFERENCES post (organisation_id, id),
  CONSTRAINT draft_signatory FOREIGN KEY (organisation_id, signatory_post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT draft_named_post FOREIGN KEY (organisation_id, named_post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT draft_template FOREIGN KEY (organisation_id, template_id) REFERENCES draft_template (organisation_id, id)
);
CREATE INDEX draft_live ON draft (organisation_id, file_id) WHERE state IN ('draft', 'approved', 'numbered');
CREATE INDEX draft_by_change ON draft (organisation_id, changed_at, id);
CREATE INDEX draft_by_signatory ON draft (organisation_id, signatory_post_id, changed_at, id);

CREATE TRIGGER draft_is_sealed AFTER INSERT OR UPDATE OR DELETE ON draft
  FOR EACH ROW EXECUTE FUNCTION seal_row('id');

CREATE TRIGGER draft_counts_upwards BEFORE UPDATE ON draft FOR EACH ROW
  WHEN (NEW.version < OLD.version OR NEW.current_version < OLD.current_version) EXECUTE FUNCTION refuse_counting_down();

CREATE FUNCTION refuse_signing_without_officer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM post p WHERE p.organisation_id = NEW.organisation_id AND NOT 'officer' = ANY (p.roles)
      AND (p.id = NEW.named_post_id OR p.id = NEW.signatory_post_id
        AND (TG_OP = 'INSERT' OR OLD.signatory_post_id IS DISTINCT FROM NEW.signatory_post_id))) THEN
    RAISE EXCEPTION 'only officers sign and issue letters'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'signed_by_officer';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER signed_by_officer BEFORE INSERT OR UPDATE OF signatory_post_id, named_post_id ON draft
  FOR EACH ROW EXECUTE FUNCTION refuse_signing_without_officer();

-- The draft follows the entry of its number in the register.
CREATE FUNCTION refuse_draft_unlike_its_number() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE drawn text;
BEGIN
  SELECT state INTO drawn FROM issue WHERE organisation_id = NEW.organisation_id AND draft_id = NEW.id;
  IF drawn IS DISTINCT FROM NEW.state AND (drawn IS NOT NULL OR NEW.state = 'numbered') THEN
    RAISE EXCEPTION 'a draft whose number is drawn is numbered, issued or cancelled as its entry in the register'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'draft_follows_its_number';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER draft_follows_its_number BEFORE UPDATE OF state ON draft FOR EACH ROW
  EXECUTE FUNCTION refuse_draft_unlike_its_number();

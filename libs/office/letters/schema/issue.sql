-- An entry of the register of issued letters. It is made when the number is drawn, with all that the letter needs to be
-- made, and gets its document when that is made and signed; until then the number may be cancelled with a reason.
CREATE TABLE issue (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  number text NOT NULL,
  issued_on date NOT NULL,
  issued_at timestamptz NOT NULL DEFAULT office_now(),
  draft_id uuid NOT NULL,
  draft_version integer NOT NULL,
  file_id uuid NOT NULL,
  document_id uuid,
  subject text NOT NULL,
  language text NOT NULL CHECK (language IN ('hi', 'en', 'bilingual')),
  addressee text NOT NULL,
  signatory_post_id uuid NOT NULL,
  signed_by_user_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  approved_by_user_id uuid NOT NULL,
  approved_by_post_id uuid NOT NULL,
  approved_capacity text NOT NULL CHECK (approved_capacity IN ('regular', 'additional', 'link')),
  approved_at timestamptz NOT NULL,
  issued_by_user_id uuid NOT NULL,
  issued_by_post_id uuid NOT NULL,
  issued_capacity text NOT NULL CHECK (issued_capacity IN ('regular', 'additional', 'link')),
  state text NOT NULL CHECK (state IN ('numbered', 'issued', 'cancelled')),
  letter jsonb,
  cancellation_reason text,
  cancelled_by_user_id uuid,
  cancelled_by_post_id uuid,
  cancelled_capacity text CHECK (cancelled_capacity IN ('regular', 'additional', 'link')),
  cancelled_at timestamptz,
  code text NOT NULL DEFAULT draw_issue_code(),
  form text NOT NULL,
  of_day integer NOT NULL CHECK (of_day > 0),
  reply_by date,
  unsigned_sha256 text CHECK (unsigned_sha256 ~ '^[0-9a-f]{64}$'),
  unsigned_size integer,
  own_copies boolean NOT NULL DEFAULT false,
  -- As a letter in Hindi prints it, where it reads otherwise there.
  number_hi text,
  -- Where on the page set for its officers the day of each signature is drawn.
  signature_rooms jsonb,
  CONSTRAINT issue_of_organisation UNIQUE (organisation_id, id),
  CONSTRAINT issue_number_once UNIQUE (organisation_id, number),
  CONSTRAINT issue_number_hi_once UNIQUE (organisation_id, number_hi),
  CONSTRAINT issue_reads_otherwise_in_hindi CHECK (number_hi <> number),
  CONSTRAINT issued_once UNIQUE (organisation_id, draft_id),
  -- Whoever checks a letter names no office: a code is one letter's of all.
  CONSTRAINT issue_code_once UNIQUE (code),
  CONSTRAINT letter_of_day_once UNIQUE (organisation_id, file_id, issued_on, addressee, of_day),
  CONSTRAINT issue_has_document CHECK ((state = 'issued') = (document_id IS NOT NULL)),
  CONSTRAINT letter_while_numbered CHECK ((state = 'numbered') = (letter IS NOT NULL)),
  CONSTRAINT number_cancelled_whole
    CHECK (num_nonnulls(cancellation_reason, cancelled_by_user_id, cancelled_by_post_id, cancelled_capacity,
      cancelled_at) = CASE state WHEN 'cancelled' THEN 5 ELSE 0 END),
  CONSTRAINT number_cancelled_with_reason CHECK (cancellation_reason <> ''),
  CONSTRAINT issue_code_is_whole
    CHECK (code ~ '^[0-9A-HJKMNP-TV-Z]{15}$' AND issue_code_check(left(code, 14)) = right(code, 1)),
  CONSTRAINT rooms_of_what_is_set CHECK (signature_rooms IS NULL OR unsigned_sha256 IS NOT NULL),
  CONSTRAINT unsigned_whole CHECK ((unsigned_sha256 IS NULL) = (unsigned_size IS NULL)),
  CONSTRAINT issue_of_version FOREIGN KEY (organisation_id, draft_id, draft_version)
    REFERENCES draft_version (organisation_id, draft_id, number),
  CONSTRAINT issue_of_file FOREIGN KEY (organisation_id, file_id) REFERENCES office_file (organisation_id, id),
  CONSTRAINT issue_document FOREIGN KEY (organisation_id, document_id) REFERENCES document (organisation_id, id),
  CONSTRAINT issue_signatory FOREIGN KEY (organisation_id, signatory_post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT issue_signer FOREIGN KEY (organisation_id, signed_by_user_id) REFERENCES office_user (organisation_id, id),
  CONSTRAINT issue_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit (organisation_id, id),
  CONSTRAINT issue_approver FOREIGN KEY (organisation_id, approved_by_user_id)
    REFERENCES office_user (organisation_id, id),
  CONSTRAINT issue_approved_from FOREIGN KEY (organisation_id, approved_by_post_id)
    REFERENCES post (organisation_id, id),
  CONSTRAINT issue_issuer FOREIGN KEY (organisation_id, issued_by_user_id) REFERENCES office_user (organisation_id, id),
  CONSTRAINT issue_issued_from FOREIGN KEY (organisation_id, issued_by_post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT issue_cancelled_by FOREIGN KEY (organisation_id, cancelled_by_user_id)
    REFERENCES office_user (organisation_id, id),
  CONSTRAINT issue_cancelled_from FOREIGN KEY (organisation_id, cancelled_by_post_id)
    REFERENCES post (organisation_id, id)
);
CREATE INDEX issue_register ON issue (organisation_id, issued_at, id);
CREATE INDEX issue_by_document ON issue (organisation_id, document_id);
CREATE INDEX issue_by_signatory ON issue (organisation_id, signatory_post_id, issued_at, id);
CREATE INDEX issue_by_issuing_post ON issue (organisation_id, issued_by_post_id, issued_at, id);
CREATE INDEX issue_numbered ON issue (issued_at) WHERE state = 'numbered';
CREATE INDEX issue_awaiting_reply ON issue (organisation_id, file_id, reply_by)
  WHERE reply_by IS NOT NULL AND state = 'issued';

CREATE TRIGGER issue_is_sealed AFTER INSERT OR UPDATE OR DELETE ON issue
  FOR EACH ROW EXECUTE FUNCTION seal_row('id', 'unsigned_sha256', 'unsigned_size', 'signature_rooms');

CREATE TRIGGER issue_is_not_truncated BEFORE TRUNCATE ON issue EXECUTE FUNCTION refuse_change();

-- What became of the number is entered once; beside it the PDF without signatures, once.
CREATE FUNCTION refuse_change_of_issue() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  settling text[] := ARRAY['state', 'document_id', 'letter', 'cancellation_reason', 'cancelled_by_user_id',
    'cancelled_by_post_id', 'cancelled_capacity', 'cancelled_at'];
  setting text[] := ARRAY['unsigned_sha256', 'unsigned_size', 'signature_rooms'];
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.state = 'numbered' AND NEW.state IN ('issued', 'cancelled')
      AND to_jsonb(NEW) - settling = to_jsonb(OLD) - settling THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.state = 'numbered' AND OLD.unsigned_sha256 IS NULL AND NEW.unsigned_sha256 IS NOT NULL
      AND to_jsonb(NEW) - setting = to_jsonb(OLD) - setting THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'an entry of the register is final'
    USING ERRCODE = 'insufficient_privilege', CONSTRAINT = 'issue_is_final';
END $$;
CREATE TRIGGER issue_is_final BEFORE UPDATE OR DELETE ON issue FOR EACH ROW EXECUTE FUNCTION refuse_change_of_issue();

-- Of several letters of one day from one file to one addressee, each but the first bears its place in its number: (ii),
-- (iii) … (R-22).
CREATE FUNCTION refuse_unmarked_letter_of_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT COALESCE(max(of_day), 0) + 1 INTO NEW.of_day FROM public.issue WHERE organisation_id = NEW.organisation_id
    AND file_id = NEW.file_id AND issued_on = NEW.issued_on AND addressee = NEW.addressee;
  IF NEW.of_day > 1 AND strpos(NEW.number, '(' || lower(to_char(NEW.of_day, 'FMRN')) || ')') = 0 THEN
    RAISE EXCEPTION 'a further letter of one day to one addressee says so in its number'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'same_day_letter_is_marked';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER same_day_letter_is_marked BEFORE INSERT ON issue FOR EACH ROW
  EXECUTE FUNCTION refuse_unmarked_letter_of_day();

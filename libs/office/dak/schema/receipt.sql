-- A letter that came in: an entry of the diary, and where it lies until it is in a file or closed without one.
CREATE TABLE receipt (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  diary_number text NOT NULL,
  state text NOT NULL CHECK (state IN ('created', 'on_desk', 'in_file', 'closed')),
  subject text NOT NULL CHECK (subject <> '' AND subject IS NFC NORMALIZED),
  sender_name text NOT NULL CHECK (sender_name <> ''),
  sender_designation text,
  sender_address text,
  sender_email text,
  letter_number text,
  letter_date date,
  received_on date NOT NULL,
  delivery_mode text NOT NULL
    CHECK (delivery_mode IN ('by_hand', 'post', 'speed_post', 'email', 'other', 'within_office')),
  language text NOT NULL CHECK (language IN ('hi', 'en', 'bilingual')),
  grading text NOT NULL CHECK (grading IN ('normal', 'confidential', 'secret', 'top_secret')),
  urgency text NOT NULL CHECK (urgency IN ('ordinary', 'priority', 'immediate', 'top_priority', 'vip')),
  enclosures integer NOT NULL CHECK (enclosures >= 0),
  remarks text,
  -- None as long as only the cover is known.
  document_id uuid,
  unit_id uuid NOT NULL,
  diarised_by_user_id uuid NOT NULL,
  diarised_by_post_id uuid NOT NULL,
  diarised_capacity text NOT NULL CHECK (diarised_capacity IN ('regular', 'additional', 'link')),
  diarised_at timestamptz NOT NULL DEFAULT office_now(),
  holder_post_id uuid,
  sender_post_id uuid,
  reader_post_ids uuid[] NOT NULL,
  action text,
  due_on date,
  sent_remarks text,
  since timestamptz NOT NULL DEFAULT office_now(),
  opened_at timestamptz,
  file_id uuid,
  movements integer NOT NULL DEFAULT 0,
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  returned boolean NOT NULL DEFAULT false,
  redirected boolean NOT NULL DEFAULT false,
  -- The diary number as it is read in Hindi, where it reads otherwise there.
  diary_number_hi text,
  -- Without a file.
  closed_by_post_id uuid,
  -- Of a letter that was diarised by it.
  cover text CHECK (cover IN ('sealed', 'by_name', 'paper')),
  CONSTRAINT receipt_of_organisation UNIQUE (organisation_id, id),
  CONSTRAINT diary_number_once UNIQUE (organisation_id, diary_number),
  CONSTRAINT diary_number_hi_once UNIQUE (organisation_id, diary_number_hi),
  CONSTRAINT diary_reads_otherwise_in_hindi CHECK (diary_number_hi <> diary_number),
  CONSTRAINT receipt_on_one_desk
    CHECK ((state = 'in_file') = (file_id IS NOT NULL) AND (state IN ('in_file', 'closed')) = (holder_post_id IS NULL)),
  CONSTRAINT receipt_is_closed_by_a_post CHECK ((state = 'closed') = (closed_by_post_id IS NOT NULL)),
  CONSTRAINT closed_receipt_asks_nothing
    CHECK (state <> 'closed' OR num_nonnulls(sender_post_id, action, due_on, sent_remarks) = 0),
  CONSTRAINT receipt_has_scan_or_cover CHECK (num_nonnulls(document_id, cover) > 0),
  CONSTRAINT cover_came_from_outside CHECK (cover IS NULL OR delivery_mode <> 'within_office'),
  CONSTRAINT letter_in_file_has_scan CHECK (state <> 'in_file' OR document_id IS NOT NULL),
  CONSTRAINT receipt_came_one_way CHECK (NOT (returned AND redirected)),
  CONSTRAINT receipt_document FOREIGN KEY (organisation_id, document_id) REFERENCES document (organisation_id, id),
  CONSTRAINT receipt_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit (organisation_id, id),
  CONSTRAINT receipt_diarist FOREIGN KEY (organisation_id, diarised_by_user_id)
    REFERENCES office_user (organisation_id, id),
  CONSTRAINT receipt_diarised_from FOREIGN KEY (organisation_id, diarised_by_post_id)
    REFERENCES post (organisation_id, id),
  CONSTRAINT receipt_holder FOREIGN KEY (organisation_id, holder_post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT receipt_sender FOREIGN KEY (organisation_id, sender_post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT receipt_file FOREIGN KEY (organisation_id, file_id) REFERENCES office_file (organisation_id, id),
  CONSTRAINT receipt_closed_by FOREIGN KEY (organisation_id, closed_by_post_id) REFERENCES post (organisation_id, id)
);
CREATE INDEX receipt_diary ON receipt (organisation_id, diarised_at, id);
CREATE INDEX receipt_diary_of_unit ON receipt (organisation_id, unit_id, diarised_at, id);
CREATE INDEX receipt_readers ON receipt USING gin (reader_post_ids);
CREATE INDEX receipt_by_file ON receipt (organisation_id, file_id) WHERE file_id IS NOT NULL;
CREATE INDEX receipt_sent ON receipt (organisation_id, sender_post_id, since, id) WHERE state = 'on_desk';
CREATE UNIQUE INDEX one_receipt_per_document ON receipt (organisation_id, document_id)
  WHERE delivery_mode <> 'within_office';
CREATE INDEX receipt_by_document ON receipt (organisation_id, document_id);

CREATE TRIGGER receipt_is_sealed AFTER INSERT OR UPDATE OR DELETE ON receipt
  FOR EACH ROW EXECUTE FUNCTION seal_row('id');

CREATE TRIGGER receipt_graded_by_officer BEFORE INSERT OR UPDATE OF grading, urgency ON receipt
  FOR EACH ROW EXECUTE FUNCTION refuse_grading_of_others();
CREATE TRIGGER receipt_counts_upwards BEFORE UPDATE ON receipt FOR EACH ROW
  WHEN (NEW.version < OLD.version OR NEW.movements < OLD.movements) EXECUTE FUNCTION refuse_counting_down();

CREATE FUNCTION refuse_correction_of_filed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.subject, OLD.sender_name, OLD.sender_designation, OLD.sender_address, OLD.sender_email, OLD.letter_number,
      OLD.letter_date, OLD.received_on, OLD.delivery_mode, OLD.language, OLD.grading, OLD.urgency,
      OLD.enclosures, OLD.remarks, OLD.document_id)
    IS DISTINCT FROM
     (NEW.subject, NEW.sender_name, NEW.sender_designation, NEW.sender_address, NEW.sender_email, NEW.letter_number,
      NEW.letter_date, NEW.received_on, NEW.delivery_mode, NEW.language, NEW.grading, NEW.urgency,
      NEW.enclosures, NEW.remarks, NEW.document_id) THEN
    RAISE EXCEPTION 'the entry of a letter that is filed or closed is final'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'filed_entry_is_final';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER filed_entry_is_final BEFORE UPDATE ON receipt
  FOR EACH ROW WHEN (OLD.state IN ('in_file', 'closed')) EXECUTE FUNCTION refuse_correction_of_filed();

CREATE FUNCTION refuse_letter_above_file() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE gradings CONSTANT text[] := ARRAY['normal', 'confidential', 'secret', 'top_secret'];
BEGIN
  IF EXISTS (SELECT FROM receipt r WHERE r.organisation_id = NEW.organisation_id AND r.file_id = NEW.file_id
      AND array_position(gradings, r.grading) > array_position(gradings, NEW.grading)) THEN
    RAISE EXCEPTION 'no file is graded below a letter in it'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'file_graded_as_its_letters';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER file_graded_as_its_letters BEFORE UPDATE OF grading ON file_custody
  FOR EACH ROW WHEN (OLD.grading <> NEW.grading) EXECUTE FUNCTION refuse_letter_above_file();

CREATE FUNCTION refuse_receipt_unlike_arrival() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  r public.receipt;
  last text;
BEGIN
  SELECT * INTO r FROM public.receipt WHERE organisation_id = NEW.organisation_id AND id = NEW.id;
  SELECT kind INTO last FROM public.movement WHERE organisation_id = r.organisation_id AND receipt_id = r.id
    ORDER BY sequence DESC LIMIT 1;
  -- What was pulled back lies there as it had come there before.
  IF last <> 'pulled_back' AND (r.returned, r.redirected) IS DISTINCT FROM (last = 'returned', last = 'redirected') THEN
    RAISE EXCEPTION 'a letter says how it came' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER receipt_says_how_it_came AFTER INSERT OR UPDATE OF returned, redirected, movements ON receipt
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_receipt_unlike_arrival();

CREATE FUNCTION refuse_moving_letter_without_right() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE r public.receipt;
BEGIN
  SELECT * INTO r FROM public.receipt WHERE organisation_id = NEW.organisation_id AND id = NEW.receipt_id;
  IF r.state = 'on_desk' AND (
    NEW.kind = 'pulled_back' AND r.opened_at IS NULL AND r.sender_post_id = NEW.to_post_id
      AND NEW.by_post_id = NEW.to_post_id
    -- Whoever redirected it has said that it is not his: from there it goes back to who diarised it.
    OR NEW.kind = 'returned' AND NEW.by_post_id = r.holder_post_id AND r.sender_post_id IS NOT NULL
      AND NEW.to_post_id = CASE WHEN r.redirected AND r.diarised_by_post_id <> r.holder_post_id
        THEN r.diarised_by_post_id ELSE r.sender_post_id END
    OR NEW.kind = 'redirected' AND r.sender_post_id <> NEW.to_post_id AND NEW.by_post_id = r.holder_post_id)
    -- An officer closes what lies with him. He, or who stands above him, reopens it on the own desk.
    OR EXISTS (SELECT FROM public.post p WHERE p.organisation_id = NEW.organisation_id AND p.id = NEW.by_post_id
        AND 'officer' = ANY (p.roles))
      AND (NEW.kind = 'closed' AND NEW.by_post_id = r.holder_post_id AND NEW.to_post_id IS NULL
        OR NEW.kind = 'reopened' AND r.state = 'closed' AND NEW.to_post_id = NEW.by_post_id
          AND public.is_at_or_above(NEW.organisation_id, NEW.by_post_id, r.closed_by_post_id)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a letter is moved by whom it is for: its sender, its holder, or who closed it'
    USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
END $$;
CREATE TRIGGER letter_moves_by_right BEFORE INSERT ON movement FOR EACH ROW
  WHEN (NEW.receipt_id IS NOT NULL AND NEW.kind IN ('pulled_back', 'returned', 'redirected', 'closed', 'reopened'))
  EXECUTE FUNCTION refuse_moving_letter_without_right();

CREATE FUNCTION refuse_correcting_way_within() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a letter came from within the office, or did not'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'came_within_stays';
END $$;
CREATE TRIGGER came_within_stays BEFORE UPDATE OF delivery_mode ON receipt
  FOR EACH ROW WHEN ((OLD.delivery_mode = 'within_office') <> (NEW.delivery_mode = 'within_office'))
  EXECUTE FUNCTION refuse_correcting_way_within();

CREATE FUNCTION refuse_other_scan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the scan of a letter comes once, and stays; so does what its cover was'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'scan_comes_once';
END $$;
CREATE TRIGGER scan_comes_once BEFORE UPDATE OF document_id, cover ON receipt FOR EACH ROW
  WHEN (OLD.document_id <> NEW.document_id OR OLD.document_id IS NOT NULL AND NEW.document_id IS NULL
    OR OLD.cover IS DISTINCT FROM NEW.cover)
  EXECUTE FUNCTION refuse_other_scan();

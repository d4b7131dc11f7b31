-- A letter on a file, with its serial and pages. What was put in by mistake is detached while the file has not moved
-- since: its serial and its pages stay given, and its receipt is free for another file.
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
  flag text
    CHECK (flag IN ('puc', 'fr', 'fr2', 'fr3', 'fr4', 'fr5', 'fr6', 'fr7', 'fr8', 'fr9', 'fr10', 'a', 'b', 'c', 'd',
      'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z')),
  added_by_user_id uuid NOT NULL,
  added_by_post_id uuid NOT NULL,
  capacity text NOT NULL CHECK (capacity IN ('regular', 'additional', 'link')),
  added_at timestamptz NOT NULL DEFAULT office_now(),
  notes integer NOT NULL DEFAULT 0,
  movements integer NOT NULL DEFAULT 0,
  detached_at timestamptz,
  detach_reason text,
  detached_by_user_id uuid,
  detached_by_post_id uuid,
  detached_capacity text CHECK (detached_capacity IN ('regular', 'additional', 'link')),
  answers_issue_id uuid,
  -- Whose answer it is, of the letter's recipients; of answers from before nobody said.
  answers_position integer,
  CONSTRAINT serial_once UNIQUE (organisation_id, file_id, serial),
  CONSTRAINT issue_in_one_file UNIQUE (organisation_id, issue_id),
  CONSTRAINT received_or_issued
    CHECK ((kind = 'received') = (receipt_id IS NOT NULL) AND (kind = 'issued') = (issue_id IS NOT NULL)),
  CONSTRAINT detached_wholly
    CHECK (num_nonnulls(detached_at, detach_reason, detached_by_user_id, detached_by_post_id, detached_capacity)
      IN (0, 5)),
  CONSTRAINT issued_stays CHECK (detached_at IS NULL OR kind = 'received'),
  CONSTRAINT detached_has_no_flag CHECK (detached_at IS NULL OR flag IS NULL),
  CONSTRAINT what_came_answers CHECK (answers_issue_id IS NULL OR kind = 'received'),
  CONSTRAINT answer_names_its_letter CHECK (answers_position IS NULL OR answers_issue_id IS NOT NULL),
  CONSTRAINT correspondence_of_file FOREIGN KEY (organisation_id, file_id) REFERENCES office_file (organisation_id, id),
  CONSTRAINT correspondence_document FOREIGN KEY (organisation_id, document_id)
    REFERENCES document (organisation_id, id),
  CONSTRAINT correspondence_receipt FOREIGN KEY (organisation_id, receipt_id) REFERENCES receipt (organisation_id, id),
  CONSTRAINT correspondence_issue FOREIGN KEY (organisation_id, issue_id) REFERENCES issue (organisation_id, id),
  CONSTRAINT correspondence_user FOREIGN KEY (organisation_id, added_by_user_id)
    REFERENCES office_user (organisation_id, id),
  CONSTRAINT correspondence_post FOREIGN KEY (organisation_id, added_by_post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT detached_by_user FOREIGN KEY (organisation_id, detached_by_user_id)
    REFERENCES office_user (organisation_id, id),
  CONSTRAINT detached_from_post FOREIGN KEY (organisation_id, detached_by_post_id)
    REFERENCES post (organisation_id, id),
  CONSTRAINT correspondence_answers FOREIGN KEY (organisation_id, answers_issue_id)
    REFERENCES issue (organisation_id, id),
  CONSTRAINT correspondence_answered_by FOREIGN KEY (organisation_id, answers_issue_id, answers_position)
    REFERENCES issue_recipient (organisation_id, issue_id, position)
);
CREATE INDEX correspondence_by_document ON correspondence (organisation_id, document_id);
CREATE INDEX office_copy_by_post ON correspondence (organisation_id, added_by_post_id) WHERE kind = 'issued';
CREATE UNIQUE INDEX receipt_in_one_file ON correspondence (organisation_id, receipt_id) WHERE detached_at IS NULL;
CREATE UNIQUE INDEX one_letter_per_flag ON correspondence (organisation_id, file_id, flag)
  WHERE flag IS NOT NULL AND flag <> 'puc';
CREATE INDEX answer_to_issue ON correspondence (organisation_id, answers_issue_id) WHERE answers_issue_id IS NOT NULL;

CREATE TRIGGER correspondence_is_sealed AFTER INSERT OR UPDATE OR DELETE ON correspondence
  FOR EACH ROW EXECUTE FUNCTION seal_row('id');

CREATE FUNCTION refuse_gap_in_correspondence() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE before_serial integer; before_page integer;
BEGIN
  SELECT COALESCE(max(serial), 0), COALESCE(max(first_page + pages - 1), 0) INTO before_serial, before_page
    FROM correspondence WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id;
  IF NEW.serial <> before_serial + 1 OR NEW.first_page <> before_page + 1 THEN
    RAISE EXCEPTION 'serials and pages run without gaps'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'correspondence_without_gap';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER correspondence_without_gap BEFORE INSERT ON correspondence FOR EACH ROW
  EXECUTE FUNCTION refuse_gap_in_correspondence();

-- Says where on the note sheet the docket of the letter stands.
CREATE FUNCTION docket_correspondence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT notes, movements INTO NEW.notes, NEW.movements FROM public.file_custody
    WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id;
  RETURN NEW;
END $$;
CREATE TRIGGER letter_is_docketed BEFORE INSERT ON correspondence FOR EACH ROW EXECUTE FUNCTION docket_correspondence();

CREATE FUNCTION refuse_late_detaching() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.detached_at IS NOT NULL OR NOT EXISTS (SELECT FROM public.file_custody c
      WHERE c.organisation_id = OLD.organisation_id AND c.file_id = OLD.file_id AND c.movements = OLD.movements
        AND c.state = 'on_desk') THEN
    RAISE EXCEPTION 'a letter is detached once, before the file leaves the desk'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER detached_once_in_time BEFORE UPDATE ON correspondence FOR EACH ROW
  WHEN ((OLD.detached_at, OLD.detach_reason, OLD.detached_by_user_id, OLD.detached_by_post_id, OLD.detached_capacity)
    IS DISTINCT FROM
      (NEW.detached_at, NEW.detach_reason, NEW.detached_by_user_id, NEW.detached_by_post_id, NEW.detached_capacity))
  EXECUTE FUNCTION refuse_late_detaching();

CREATE FUNCTION refuse_answer_to_other_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM public.correspondence k
      WHERE k.organisation_id = NEW.organisation_id AND k.issue_id = NEW.answers_issue_id
      AND k.file_id IN (SELECT public.volumes_of(NEW.organisation_id, NEW.file_id))) THEN
    RAISE EXCEPTION 'a letter answers what went out from its file'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'answers_own_letter';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER answers_own_letter BEFORE INSERT ON correspondence
  FOR EACH ROW WHEN (NEW.answers_issue_id IS NOT NULL) EXECUTE FUNCTION refuse_answer_to_other_file();

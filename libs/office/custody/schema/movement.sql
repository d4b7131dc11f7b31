-- A line of the register of movements, of a file or of a receipt. It is of the organisation by these, and has no
-- foreign key to it.
CREATE TABLE movement (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  file_id uuid,
  receipt_id uuid,
  sequence integer NOT NULL CHECK (sequence > 0),
  kind text NOT NULL
    CHECK (kind IN ('created', 'forwarded', 'returned', 'pulled_back', 'closed', 'reopened', 'put_up_for_correction',
      'correction_returned', 'recalled', 'pulled_up', 'carried', 'redirected')),
  from_post_id uuid,
  to_post_id uuid,
  by_user_id uuid NOT NULL,
  by_post_id uuid NOT NULL,
  capacity text NOT NULL CHECK (capacity IN ('regular', 'additional', 'link')),
  at timestamptz NOT NULL DEFAULT office_now(),
  action text,
  urgency text,
  due_on date,
  remarks text,
  notes integer,
  decision text CHECK (decision IN ('approved', 'not_approved')),
  jumped_post_ids uuid[] NOT NULL DEFAULT '{}',
  with_file_id uuid,
  kept_days integer CHECK (kept_days >= 0),
  explanation text CHECK (char_length(explanation) BETWEEN 1 AND 2000),
  recommended_to uuid,
  CONSTRAINT file_movement_once UNIQUE (organisation_id, file_id, sequence),
  CONSTRAINT receipt_movement_once UNIQUE (organisation_id, receipt_id, sequence),
  CONSTRAINT movement_of_one_thing CHECK (num_nonnulls(file_id, receipt_id) = 1),
  CONSTRAINT movement_of_file_counts_notes CHECK ((file_id IS NULL) = (notes IS NULL)),
  CONSTRAINT receipt_is_not_decided CHECK (decision IS NULL OR file_id IS NOT NULL),
  CONSTRAINT decision_is_recommended CHECK (recommended_to IS NULL OR decision IS NOT NULL),
  CONSTRAINT only_notes_are_corrected
    CHECK (kind NOT IN ('put_up_for_correction', 'correction_returned') OR file_id IS NOT NULL),
  CONSTRAINT jumps_have_reasons
    CHECK (jumped_post_ids = '{}' OR (kind = 'forwarded' AND file_id IS NOT NULL AND remarks IS NOT NULL)),
  CONSTRAINT never_to_oneself
    CHECK (kind IN ('created', 'pulled_back', 'closed', 'reopened') OR from_post_id <> to_post_id),
  CONSTRAINT movement_has_ends
    CHECK (kind IN ('created', 'closed', 'reopened') OR num_nonnulls(from_post_id, to_post_id) = 2),
  CONSTRAINT return_has_reason
    CHECK (kind NOT IN ('returned', 'closed', 'reopened', 'pulled_up', 'redirected') OR remarks IS NOT NULL),
  CONSTRAINT only_files_are_taken CHECK (kind NOT IN ('recalled', 'pulled_up') OR file_id IS NOT NULL),
  CONSTRAINT only_letters_are_redirected CHECK (kind <> 'redirected' OR receipt_id IS NOT NULL),
  CONSTRAINT carried_with_file CHECK ((kind = 'carried') = (with_file_id IS NOT NULL)),
  CONSTRAINT only_files_are_carried CHECK (kind <> 'carried' OR file_id IS NOT NULL),
  CONSTRAINT holder_explains
    CHECK (explanation IS NULL OR file_id IS NOT NULL
      AND kind IN ('forwarded', 'returned', 'put_up_for_correction', 'correction_returned', 'recalled', 'closed')),
  CONSTRAINT movement_file FOREIGN KEY (organisation_id, file_id) REFERENCES office_file (organisation_id, id),
  CONSTRAINT movement_receipt FOREIGN KEY (organisation_id, receipt_id) REFERENCES receipt (organisation_id, id),
  CONSTRAINT movement_from FOREIGN KEY (organisation_id, from_post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT movement_to FOREIGN KEY (organisation_id, to_post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT movement_user FOREIGN KEY (organisation_id, by_user_id) REFERENCES office_user (organisation_id, id),
  CONSTRAINT movement_post FOREIGN KEY (organisation_id, by_post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT carried_inside FOREIGN KEY (organisation_id, with_file_id) REFERENCES office_file (organisation_id, id),
  CONSTRAINT movement_recommended_to FOREIGN KEY (organisation_id, recommended_to) REFERENCES post (organisation_id, id)
);
CREATE INDEX movement_by_sender ON movement (organisation_id, by_post_id, at) WHERE kind = 'forwarded';
CREATE INDEX movement_by_note ON movement (organisation_id, file_id, notes, sequence) WHERE file_id IS NOT NULL;

CREATE TRIGGER movement_is_sealed AFTER INSERT OR UPDATE OR DELETE ON movement
  FOR EACH ROW EXECUTE FUNCTION seal_row('id');

CREATE TRIGGER movement_is_final BEFORE UPDATE OR DELETE ON movement FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER movement_is_not_truncated BEFORE TRUNCATE ON movement EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_gap_in_movements() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.sequence <> 1 + COALESCE((SELECT max(sequence) FROM movement WHERE organisation_id = NEW.organisation_id
      AND file_id = NEW.file_id), (SELECT max(sequence) FROM movement WHERE organisation_id = NEW.organisation_id
      AND receipt_id = NEW.receipt_id), 0) THEN
    RAISE EXCEPTION 'movements are numbered without gaps'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'movement_without_gap';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER movement_without_gap BEFORE INSERT ON movement FOR EACH ROW EXECUTE FUNCTION refuse_gap_in_movements();

CREATE FUNCTION refuse_absent_sender() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF public.is_on_leave(NEW.organisation_id, NEW.by_user_id, NEW.by_post_id) THEN
    RAISE EXCEPTION 'whoever is on leave from a post sends nothing from it'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER sender_is_not_on_leave AFTER INSERT ON movement FOR EACH ROW
  WHEN (NEW.capacity <> 'link') EXECUTE FUNCTION refuse_absent_sender();

-- What was asked by a day stays asked by that day when a letter is redirected, or when its file goes on in the next
-- volume.
CREATE FUNCTION refuse_past_due_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.due_on < india_today() THEN
    RAISE EXCEPTION 'the due day has passed' USING ERRCODE = 'check_violation', CONSTRAINT = 'due_day_lies_ahead';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER due_day_lies_ahead BEFORE INSERT ON movement FOR EACH ROW
  WHEN (NEW.due_on IS NOT NULL AND NEW.kind NOT IN ('redirected', 'created')) EXECUTE FUNCTION refuse_past_due_day();

CREATE FUNCTION refuse_movement_from_elsewhere() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE before uuid;
BEGIN
  IF NEW.file_id IS NOT NULL THEN
    SELECT to_post_id INTO before FROM public.movement m WHERE m.organisation_id = NEW.organisation_id
      AND m.file_id = NEW.file_id AND m.sequence = NEW.sequence - 1;
  ELSE
    SELECT to_post_id INTO before FROM public.movement m WHERE m.organisation_id = NEW.organisation_id
      AND m.receipt_id = NEW.receipt_id AND m.sequence = NEW.sequence - 1;
  END IF;
  IF NEW.from_post_id IS DISTINCT FROM before THEN
    RAISE EXCEPTION 'a movement begins where the last one ended'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER movement_begins_where_the_last_ended AFTER INSERT ON movement
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_movement_from_elsewhere();

CREATE FUNCTION refuse_due_day_of_rest() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT office_works_on(NEW.organisation_id, NEW.due_on) THEN
    RAISE EXCEPTION 'the office does not work on the due day'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'due_day_is_a_working_day';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER due_day_is_a_working_day BEFORE INSERT ON movement FOR EACH ROW
  WHEN (NEW.due_on IS NOT NULL AND NEW.kind NOT IN ('redirected', 'created')) EXECUTE FUNCTION refuse_due_day_of_rest();

-- Whether the sending that froze this note was pulled back, which is done only before the other desk has opened the
-- file.
CREATE FUNCTION was_taken_back(office uuid, file uuid, of_note integer) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM public.movement b WHERE b.organisation_id = office AND b.file_id = file
    AND b.kind = 'pulled_back' AND b.sequence = 1 + (SELECT m.sequence FROM public.movement m
      WHERE m.organisation_id = office AND m.file_id = file AND m.notes = of_note ORDER BY m.sequence LIMIT 1))
$$;

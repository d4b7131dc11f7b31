-- Where a file is: on which desk, since when, due when, who may read it, and what is on it. Narrow and often changed,
-- so it lies apart from the cover (office_file) and from what files are found by (file_search). Every act on a file
-- locks its row here. Desks are listed by desk_entry: no index here holds what changes when a file goes on.
CREATE TABLE file_custody (
  file_id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('on_desk', 'parked', 'in_call_book', 'attached', 'closed')),
  holder_post_id uuid,
  sender_post_id uuid,
  reader_post_ids uuid[] NOT NULL,
  grading text NOT NULL CHECK (grading IN ('normal', 'confidential', 'secret', 'top_secret')),
  urgency text NOT NULL CHECK (urgency IN ('ordinary', 'priority', 'immediate', 'top_priority', 'vip')),
  action text,
  due_on date,
  sent_remarks text,
  since timestamptz NOT NULL DEFAULT office_now(),
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
  decision text CHECK (decision IN ('approved', 'not_approved')),
  returned boolean NOT NULL DEFAULT false,
  for_correction boolean NOT NULL DEFAULT false,
  category_id uuid,
  levels smallint[] NOT NULL DEFAULT '{}' CONSTRAINT levels_go_up CHECK (goes_up(levels)),
  jumped_post_ids uuid[] NOT NULL DEFAULT '{}',
  pulled_up boolean NOT NULL DEFAULT false,
  parked_until date,
  parked_for text CHECK (parked_for IN ('reply_received', 'consultation_answered')),
  review_on date,
  back_from_parking text CHECK (back_from_parking IN ('day_came', 'reply_received', 'consultation_answered')),
  reminders integer NOT NULL DEFAULT 0 CHECK (reminders >= 0),
  opinions_awaited integer NOT NULL DEFAULT 0 CHECK (opinions_awaited >= 0),
  opinion_due_on date,
  attached_to_file_id uuid,
  -- Kept by a trigger.
  attached_files integer NOT NULL DEFAULT 0 CHECK (attached_files >= 0),
  incorporated boolean NOT NULL DEFAULT false,
  -- Kept by a trigger.
  parts integer NOT NULL DEFAULT 0 CHECK (parts >= 0),
  -- From this day on the days on the desk are counted; moved on by the days for which the clock was stopped.
  clock_from date NOT NULL DEFAULT india_today(),
  clock_stopped_on date,
  clock_stopped_for text
    CHECK (clock_stopped_for IN ('other_department', 'court', 'applicant', 'outside_reference', 'call_book')),
  volume integer NOT NULL DEFAULT 1 CHECK (volume > 0),
  continued boolean NOT NULL DEFAULT false,
  unit_id uuid NOT NULL,
  recommended_to uuid,
  CONSTRAINT closed_by_somebody
    CHECK ((state = 'closed') = (closed_by_post_id IS NOT NULL AND closing_reason IS NOT NULL)),
  CONSTRAINT holder_reads CHECK (holder_post_id IS NULL OR holder_post_id = ANY (reader_post_ids)),
  CONSTRAINT correction_has_author
    CHECK (NOT for_correction OR (state = 'on_desk' AND sender_post_id IS NOT NULL
      AND sender_post_id <> holder_post_id)),
  CONSTRAINT pulled_up_was_not_sent CHECK (NOT pulled_up OR state <> 'closed' AND sender_post_id IS NULL),
  CONSTRAINT one_custody CHECK ((state = 'closed') = (holder_post_id IS NULL)),
  CONSTRAINT parked_until_something CHECK ((state = 'parked') = (num_nonnulls(parked_until, parked_for) > 0)),
  CONSTRAINT call_book_is_reviewed CHECK ((state = 'in_call_book') = (review_on IS NOT NULL)),
  CONSTRAINT set_aside_after_opening CHECK (state NOT IN ('parked', 'in_call_book') OR opened_at IS NOT NULL),
  CONSTRAINT back_on_the_desk CHECK (back_from_parking IS NULL OR state = 'on_desk'),
  CONSTRAINT holder_is_reminded CHECK (reminders = 0 OR holder_post_id IS NOT NULL),
  CONSTRAINT awaited_opinion_is_due CHECK ((opinions_awaited = 0) = (opinion_due_on IS NULL)),
  CONSTRAINT closed_without_open_question CHECK (state <> 'closed' OR opinions_awaited = 0),
  CONSTRAINT parked_for_awaited_opinion CHECK (parked_for <> 'consultation_answered' OR opinions_awaited > 0),
  CONSTRAINT attached_to_something CHECK ((state = 'attached') = (attached_to_file_id IS NOT NULL)),
  CONSTRAINT never_attached_to_itself CHECK (attached_to_file_id <> file_id),
  CONSTRAINT attached_on_one_level CHECK (attached_to_file_id IS NULL OR attached_files = 0),
  CONSTRAINT closed_with_nothing_inside CHECK (state <> 'closed' OR attached_files = 0),
  CONSTRAINT incorporated_is_closed CHECK (NOT incorporated OR state = 'closed'),
  CONSTRAINT clock_stops_for_a_reason CHECK ((clock_stopped_on IS NULL) = (clock_stopped_for IS NULL)),
  CONSTRAINT clock_of_a_desk CHECK (clock_stopped_on IS NULL OR holder_post_id IS NOT NULL),
  CONSTRAINT closed_came_from_nowhere CHECK (state <> 'closed' OR decision IS NULL AND NOT returned),
  CONSTRAINT came_with_recommendation CHECK (recommended_to IS NULL OR decision IS NOT NULL),
  CONSTRAINT continued_is_closed CHECK (NOT continued OR state = 'closed'),
  CONSTRAINT custody_of_file FOREIGN KEY (organisation_id, file_id) REFERENCES office_file (organisation_id, id),
  CONSTRAINT custody_holder FOREIGN KEY (organisation_id, holder_post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT custody_sender FOREIGN KEY (organisation_id, sender_post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT custody_closer FOREIGN KEY (organisation_id, closed_by_post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT custody_category FOREIGN KEY (organisation_id, category_id) REFERENCES case_category (organisation_id, id),
  CONSTRAINT attached_to_file FOREIGN KEY (organisation_id, attached_to_file_id)
    REFERENCES office_file (organisation_id, id),
  CONSTRAINT custody_recommended_to FOREIGN KEY (organisation_id, recommended_to) REFERENCES post (organisation_id, id)
);
CREATE INDEX custody_readers ON file_custody USING gin (reader_post_ids);
CREATE INDEX parked_days ON file_custody (parked_until, file_id) WHERE state = 'parked' AND parked_until IS NOT NULL;
CREATE INDEX files_set_aside ON file_custody (organisation_id, state, file_id)
  WHERE state IN ('parked', 'in_call_book', 'attached');
CREATE INDEX files_inside ON file_custody (organisation_id, attached_to_file_id, file_id)
  WHERE attached_to_file_id IS NOT NULL;

CREATE TRIGGER file_custody_is_sealed AFTER INSERT OR UPDATE OR DELETE ON file_custody
  FOR EACH ROW EXECUTE FUNCTION seal_row('file_id');

CREATE TRIGGER custody_counts_upwards BEFORE UPDATE ON file_custody FOR EACH ROW
  WHEN (NEW.version < OLD.version OR NEW.movements < OLD.movements OR NEW.notes < OLD.notes
    OR NEW.paragraphs < OLD.paragraphs OR NEW.correspondence < OLD.correspondence OR NEW.pages < OLD.pages
    OR NEW.drafts < OLD.drafts)
  EXECUTE FUNCTION refuse_counting_down();

CREATE FUNCTION refuse_way_of_correction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.for_correction THEN
    IF NEW.holder_post_id IS NOT DISTINCT FROM OLD.sender_post_id AND NOT NEW.for_correction THEN RETURN NEW; END IF;
  ELSIF NEW.holder_post_id = OLD.sender_post_id OR EXISTS (SELECT FROM public.post p
      WHERE p.organisation_id = NEW.organisation_id AND p.id = OLD.holder_post_id
        AND NEW.holder_post_id = ANY (p.superior_post_ids)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a note is corrected by a superior, and comes home'
    USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
END $$;
CREATE TRIGGER corrected_by_superior BEFORE UPDATE ON file_custody FOR EACH ROW
  WHEN ((OLD.for_correction OR NEW.for_correction) AND OLD.holder_post_id IS DISTINCT FROM NEW.holder_post_id)
  EXECUTE FUNCTION refuse_way_of_correction();

-- How it came back to one desk, and how often that was reminded, is nothing of the next.
CREATE FUNCTION forget_with_the_desk() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.reminders := 0;
  NEW.back_from_parking := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER forgotten_with_the_desk BEFORE UPDATE OF holder_post_id ON file_custody FOR EACH ROW
  WHEN (OLD.holder_post_id IS DISTINCT FROM NEW.holder_post_id
    AND (NEW.reminders > 0 OR NEW.back_from_parking IS NOT NULL))
  EXECUTE FUNCTION forget_with_the_desk();

-- The place of an urgency, the most urgent first; what is in no list stands last.
CREATE FUNCTION urgency_place(text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT COALESCE(array_position(ARRAY['vip', 'top_priority', 'immediate', 'priority', 'ordinary'], $1), 6)
$$;

-- How high a grading is.
CREATE FUNCTION grading_place(text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_position(ARRAY['normal', 'confidential', 'secret', 'top_secret'], $1)
$$;

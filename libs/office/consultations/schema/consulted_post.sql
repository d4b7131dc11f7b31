-- A post that is asked. It ends the question once, with a note of the sheet as its opinion or with a reason. A unit is
-- asked through the post that heads it.
CREATE TABLE consulted_post (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  consultation_id uuid NOT NULL,
  file_id uuid NOT NULL,
  -- In the order in which they were named.
  place integer NOT NULL CHECK (place BETWEEN 1 AND 12),
  post_id uuid NOT NULL,
  due_on date NOT NULL,
  state text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'answered', 'returned', 'withdrawn')),
  ended_by_user_id uuid,
  ended_by_post_id uuid,
  ended_capacity text CHECK (ended_capacity IN ('regular', 'additional', 'link')),
  ended_at timestamptz,
  ended_on date,
  reason text CHECK (char_length(reason) BETWEEN 1 AND 2000 AND reason IS NFC NORMALIZED),
  note integer,
  unit_id uuid,
  CONSTRAINT consulted_in_order UNIQUE (organisation_id, consultation_id, place),
  CONSTRAINT opinion_once UNIQUE (organisation_id, file_id, note),
  CONSTRAINT ended_by_somebody
    CHECK (num_nonnulls(ended_by_user_id, ended_by_post_id, ended_capacity, ended_at, ended_on)
      = CASE state WHEN 'asked' THEN 0 ELSE 5 END),
  CONSTRAINT opinion_is_a_note CHECK ((state = 'answered') = (note IS NOT NULL)),
  CONSTRAINT ended_with_reason CHECK ((state IN ('returned', 'withdrawn')) = (reason IS NOT NULL)),
  CONSTRAINT answered_by_whoever_was_asked CHECK (state NOT IN ('answered', 'returned') OR ended_by_post_id = post_id),
  CONSTRAINT consulted_in_consultation FOREIGN KEY (organisation_id, file_id, consultation_id)
    REFERENCES consultation (organisation_id, file_id, id),
  CONSTRAINT consulted_post_there FOREIGN KEY (organisation_id, post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT ended_by_user FOREIGN KEY (organisation_id, ended_by_user_id) REFERENCES office_user (organisation_id, id),
  CONSTRAINT ended_by_post FOREIGN KEY (organisation_id, ended_by_post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT opinion_on_file FOREIGN KEY (organisation_id, file_id, note)
    REFERENCES note (organisation_id, file_id, number),
  CONSTRAINT consulted_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit (organisation_id, id)
);
-- Nobody is asked twice at once.
CREATE UNIQUE INDEX consulted_once ON consulted_post (organisation_id, file_id, post_id) WHERE state = 'asked';
CREATE INDEX questions_of_post ON consulted_post (organisation_id, post_id, due_on, id) WHERE state = 'asked';

CREATE TRIGGER consulted_post_is_sealed AFTER INSERT OR UPDATE OR DELETE ON consulted_post
  FOR EACH ROW EXECUTE FUNCTION seal_row('id');

CREATE TRIGGER consulted_post_is_kept BEFORE DELETE ON consulted_post FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER consulted_post_is_not_truncated BEFORE TRUNCATE ON consulted_post EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_unfit_question() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> 'asked' OR NEW.due_on < public.india_today()
    OR NOT public.office_works_on(NEW.organisation_id, NEW.due_on)
    OR EXISTS (SELECT FROM public.file_custody c WHERE c.organisation_id = NEW.organisation_id
      AND c.file_id = NEW.file_id AND c.holder_post_id IS NOT DISTINCT FROM NEW.post_id) THEN
    RAISE EXCEPTION 'another post is asked, by a working day' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER another_is_asked BEFORE INSERT ON consulted_post FOR EACH ROW EXECUTE FUNCTION refuse_unfit_question();

CREATE FUNCTION refuse_second_ending() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'asked' OR NEW.state = 'asked'
    OR (OLD.id, OLD.organisation_id, OLD.consultation_id, OLD.file_id, OLD.place, OLD.post_id, OLD.due_on)
      <> (NEW.id, NEW.organisation_id, NEW.consultation_id, NEW.file_id, NEW.place, NEW.post_id, NEW.due_on)
    OR NEW.state = 'answered' AND NOT EXISTS (SELECT FROM public.note n WHERE n.organisation_id = NEW.organisation_id
      AND n.file_id = NEW.file_id AND n.number = NEW.note AND n.kind = 'opinion'
      AND n.author_post_id = NEW.post_id) THEN
    RAISE EXCEPTION 'a question is ended once, by the opinion of the post that was asked'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER question_is_ended_once BEFORE UPDATE ON consulted_post FOR EACH ROW
  EXECUTE FUNCTION refuse_second_ending();

-- Custody says how many opinions a file awaits, and when the first is due.
CREATE FUNCTION count_awaited_opinions() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.file_custody SET (opinions_awaited, opinion_due_on) = (
      SELECT count(*), min(p.due_on) FROM public.consulted_post p WHERE p.organisation_id = NEW.organisation_id
        AND p.file_id = NEW.file_id AND p.state = 'asked')
    WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id;
  RETURN NULL;
END $$;
-- Whoever could hang it on a table of his own would write here what he likes.
REVOKE ALL ON FUNCTION count_awaited_opinions() FROM PUBLIC;
CREATE TRIGGER awaited_opinions_are_counted AFTER INSERT OR UPDATE ON consulted_post FOR EACH ROW
  EXECUTE FUNCTION count_awaited_opinions();

CREATE FUNCTION refuse_unasked_opinion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM public.consulted_post p WHERE p.organisation_id = NEW.organisation_id
      AND p.file_id = NEW.file_id AND p.note = NEW.number) THEN
    RAISE EXCEPTION 'an opinion answers a question' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER opinion_was_asked_for AFTER INSERT ON note DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.kind = 'opinion' AND NEW.part_file_id IS NULL) EXECUTE FUNCTION refuse_unasked_opinion();

CREATE FUNCTION refuse_other_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.post_id IS DISTINCT FROM (SELECT p.id FROM public.post p WHERE p.organisation_id = NEW.organisation_id
      AND p.unit_id = NEW.unit_id AND p.roles && '{dealing_hand,officer,dispatcher}'::text[]
      ORDER BY p.level, p.marking COLLATE "C" LIMIT 1) THEN
    RAISE EXCEPTION 'a unit is asked through its head' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER unit_is_asked_through_head BEFORE INSERT ON consulted_post FOR EACH ROW WHEN (NEW.unit_id IS NOT NULL)
  EXECUTE FUNCTION refuse_other_head();

-- Whoever gives an opinion was shown the file: his copy of it stands.
CREATE FUNCTION refuse_opinion_without_copy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM public.consultation c WHERE c.organisation_id = NEW.organisation_id
      AND c.id = NEW.consultation_id AND c.snapshot = 'ready') THEN
    RAISE EXCEPTION 'an opinion is given on the copy of the file'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER opinion_on_the_copy BEFORE UPDATE ON consulted_post FOR EACH ROW
  WHEN (NEW.state = 'answered' AND OLD.state <> 'answered') EXECUTE FUNCTION refuse_opinion_without_copy();

CREATE FUNCTION refuse_other_unit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'as which unit a post was asked stands' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
END $$;
CREATE TRIGGER asked_unit_stays BEFORE UPDATE ON consulted_post FOR EACH ROW
  WHEN (OLD.unit_id IS DISTINCT FROM NEW.unit_id) EXECUTE FUNCTION refuse_other_unit();

-- What a post is asked stands on its desk until it is ended.
CREATE FUNCTION enter_question_on_desk() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  e public.desk_entry;
BEGIN
  IF NEW.state <> 'asked' THEN
    PERFORM public.leave_desk(NEW.organisation_id, 'question', NEW.id, NULL);
    RETURN NULL;
  END IF;
  SELECT c.asked_at, c.asked_by_post_id INTO e.since, e.from_post_id FROM public.consultation c
    WHERE c.organisation_id = NEW.organisation_id AND c.id = NEW.consultation_id;
  e.organisation_id := NEW.organisation_id;
  e.kind := 'question';
  e.id := NEW.id;
  e.post_id := NEW.post_id;
  e.place := 'desk';
  e.day := NEW.due_on;
  e.urgency := public.urgency_place('ordinary');
  e.unread := false;
  PERFORM public.enter_on_desk(e);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION enter_question_on_desk() FROM PUBLIC;
CREATE TRIGGER question_stands_on_desk AFTER INSERT OR UPDATE ON consulted_post FOR EACH ROW
  EXECUTE FUNCTION enter_question_on_desk();
ALTER TABLE consulted_post ENABLE ALWAYS TRIGGER question_stands_on_desk;

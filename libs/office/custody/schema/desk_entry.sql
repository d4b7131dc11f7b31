-- What lies on the desk of a post, or waits there, of whichever kind: one narrow row, by which desks are listed and
-- counted. It says nothing that the row of the thing itself does not say, from which triggers keep it in the same act,
-- also where a session sets triggers aside.
CREATE TABLE desk_entry (
  organisation_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('file', 'receipt', 'copy', 'letter', 'question', 'discussion')),
  id uuid NOT NULL,
  post_id uuid NOT NULL,
  place text NOT NULL CHECK (place IN ('desk', 'parked', 'call_book', 'closed')),
  -- Whom alone it awaits of those who hold the post.
  user_id uuid,
  since timestamptz NOT NULL,
  -- When it is due, comes back from parking, or is reviewed.
  day date NOT NULL,
  -- From this day the days of a file on the desk are counted, as long as its clock runs.
  clock_from date,
  -- As urgency_place() has it.
  urgency integer NOT NULL,
  from_post_id uuid,
  unread boolean NOT NULL,
  PRIMARY KEY (organisation_id, kind, id, post_id)
);
CREATE INDEX desk_by_arrival ON desk_entry (organisation_id, post_id, place, since, id);
CREATE INDEX desk_by_day ON desk_entry (organisation_id, post_id, place, day, since, id);

-- What has one place at a time goes from wherever it was; a copy and a discussion stand on several desks.
CREATE FUNCTION enter_on_desk(entry desk_entry) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE public.desk_entry e SET post_id = entry.post_id, place = entry.place, user_id = entry.user_id,
      since = entry.since, day = entry.day, clock_from = entry.clock_from, urgency = entry.urgency,
      from_post_id = entry.from_post_id, unread = entry.unread
    WHERE e.organisation_id = entry.organisation_id AND e.kind = entry.kind AND e.id = entry.id
      AND (entry.kind NOT IN ('copy', 'discussion') OR e.post_id = entry.post_id);
  IF NOT FOUND THEN INSERT INTO public.desk_entry SELECT entry.*; END IF;
END $$;
REVOKE ALL ON FUNCTION enter_on_desk(entry desk_entry) FROM PUBLIC;

-- Off the desk of this post; of NULL, off whichever desk it is on.
CREATE FUNCTION leave_desk(office uuid, of_kind text, thing uuid, post uuid) RETURNS void
  LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM public.desk_entry
    WHERE organisation_id = office AND kind = of_kind AND id = thing AND (post IS NULL OR post_id = post);
END $$;
REVOKE ALL ON FUNCTION leave_desk(office uuid, of_kind text, thing uuid, post uuid) FROM PUBLIC;

CREATE FUNCTION enter_file_on_desk() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  e public.desk_entry;
BEGIN
  IF NEW.state = 'attached' THEN
    PERFORM public.leave_desk(NEW.organisation_id, 'file', NEW.file_id, NULL);
    RETURN NULL;
  END IF;
  e.organisation_id := NEW.organisation_id;
  e.kind := 'file';
  e.id := NEW.file_id;
  e.post_id := COALESCE(NEW.holder_post_id, NEW.closed_by_post_id);
  e.place := CASE NEW.state WHEN 'on_desk' THEN 'desk' WHEN 'in_call_book' THEN 'call_book' ELSE NEW.state END;
  e.since := NEW.since;
  e.day := COALESCE(
    CASE NEW.state WHEN 'on_desk' THEN NEW.due_on WHEN 'parked' THEN NEW.parked_until
      WHEN 'in_call_book' THEN NEW.review_on END, 'infinity');
  e.clock_from := CASE WHEN NEW.clock_stopped_on IS NULL THEN NEW.clock_from END;
  e.urgency := public.urgency_place(NEW.urgency);
  e.from_post_id := COALESCE(NEW.sender_post_id, NEW.holder_post_id);
  e.unread := NEW.opened_at IS NULL AND NEW.state = 'on_desk';
  PERFORM public.enter_on_desk(e);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION enter_file_on_desk() FROM PUBLIC;
CREATE TRIGGER file_comes_to_desk AFTER INSERT ON file_custody FOR EACH ROW EXECUTE FUNCTION enter_file_on_desk();
ALTER TABLE file_custody ENABLE ALWAYS TRIGGER file_comes_to_desk;
CREATE TRIGGER file_goes_to_desk AFTER UPDATE ON file_custody FOR EACH ROW
  WHEN ((OLD.state, OLD.holder_post_id, OLD.closed_by_post_id, OLD.sender_post_id, OLD.since, OLD.opened_at,
      OLD.due_on, OLD.parked_until, OLD.review_on, OLD.clock_from, OLD.clock_stopped_on, OLD.urgency)
    IS DISTINCT FROM
    (NEW.state, NEW.holder_post_id, NEW.closed_by_post_id, NEW.sender_post_id, NEW.since, NEW.opened_at,
      NEW.due_on, NEW.parked_until, NEW.review_on, NEW.clock_from, NEW.clock_stopped_on, NEW.urgency))
  EXECUTE FUNCTION enter_file_on_desk();
ALTER TABLE file_custody ENABLE ALWAYS TRIGGER file_goes_to_desk;

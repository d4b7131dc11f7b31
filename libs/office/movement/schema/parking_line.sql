-- That a file was set aside on the desk of its holder (parked until a day or an event, or put in the call book), or
-- taken up again. Custody is what the last of them says.
CREATE TABLE parking_line (
  organisation_id uuid NOT NULL,
  file_id uuid NOT NULL,
  -- Given by a trigger.
  sequence integer NOT NULL,
  kind text NOT NULL
    CHECK (kind IN ('parked', 'taken_up', 'day_came', 'reply_received', 'consultation_answered', 'put_in_call_book',
      'reviewed', 'taken_out')),
  -- Who did it, or parked what came back by itself.
  by_user_id uuid NOT NULL,
  by_post_id uuid NOT NULL,
  capacity text NOT NULL CHECK (capacity IN ('regular', 'additional', 'link')),
  at timestamptz NOT NULL DEFAULT office_now(),
  until_on date,
  until_event text CHECK (until_event IN ('reply_received', 'consultation_answered')),
  cause text CHECK (cause IN ('court', 'other_reference')),
  remarks text CHECK (char_length(remarks) BETWEEN 1 AND 2000 AND remarks IS NFC NORMALIZED),
  PRIMARY KEY (organisation_id, file_id, sequence),
  CONSTRAINT parking_has_end
    CHECK (CASE kind WHEN 'parked' THEN num_nonnulls(until_on, until_event) > 0
      WHEN 'put_in_call_book' THEN until_on IS NOT NULL AND until_event IS NULL
      WHEN 'reviewed' THEN until_on IS NOT NULL AND until_event IS NULL
      ELSE num_nonnulls(until_on, until_event) = 0 END),
  CONSTRAINT call_book_has_reason
    CHECK ((kind = 'put_in_call_book') = (cause IS NOT NULL) AND (kind <> 'put_in_call_book' OR remarks IS NOT NULL)),
  CONSTRAINT parking_of_file FOREIGN KEY (organisation_id, file_id) REFERENCES office_file (organisation_id, id),
  CONSTRAINT parking_user FOREIGN KEY (organisation_id, by_user_id) REFERENCES office_user (organisation_id, id),
  CONSTRAINT parking_post FOREIGN KEY (organisation_id, by_post_id) REFERENCES post (organisation_id, id)
);

CREATE TRIGGER parking_line_is_final BEFORE UPDATE OR DELETE ON parking_line
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER parking_line_is_not_truncated BEFORE TRUNCATE ON parking_line EXECUTE FUNCTION refuse_change();

CREATE TRIGGER parking_line_is_sealed AFTER INSERT OR UPDATE OR DELETE ON parking_line
  FOR EACH ROW EXECUTE FUNCTION seal_row('organisation_id file_id sequence');

CREATE FUNCTION refuse_stray_parking() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last public.parking_line;
BEGIN
  SELECT * INTO last FROM public.parking_line
    WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id ORDER BY sequence DESC LIMIT 1;
  NEW.sequence := COALESCE(last.sequence, 0) + 1;
  IF (CASE WHEN NEW.kind IN ('parked', 'put_in_call_book')
    THEN last.kind IN ('put_in_call_book', 'reviewed') IS NOT TRUE
      WHEN NEW.kind = 'taken_up' THEN last.kind = 'parked'
      WHEN NEW.kind = 'day_came' THEN last.kind = 'parked' AND last.until_on <= public.india_today()
      WHEN NEW.kind IN ('reviewed', 'taken_out') THEN last.kind IN ('put_in_call_book', 'reviewed')
      ELSE last.kind = 'parked' AND last.until_event = NEW.kind END) IS NOT TRUE THEN
    RAISE EXCEPTION 'a file is taken up from where it was set aside'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER parking_follows_the_last BEFORE INSERT ON parking_line FOR EACH ROW
  EXECUTE FUNCTION refuse_stray_parking();

CREATE FUNCTION refuse_day_that_does_not_lie_ahead() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a file is set aside until a day that lies ahead, and reviewed monthly'
    USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
END $$;
CREATE TRIGGER set_aside_until_later BEFORE INSERT ON parking_line FOR EACH ROW
  WHEN (NEW.until_on <= india_today() OR NEW.kind <> 'parked' AND NEW.until_on > india_today() + 31)
  EXECUTE FUNCTION refuse_day_that_does_not_lie_ahead();

-- At the end of each transaction custody is what the last line of its parking says.
CREATE FUNCTION refuse_custody_unlike_parking() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  c public.file_custody;
  last public.parking_line;
  expected text;
BEGIN
  SELECT * INTO c FROM public.file_custody WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id;
  SELECT * INTO last FROM public.parking_line
    WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id ORDER BY sequence DESC LIMIT 1;
  expected := CASE WHEN last.kind = 'parked' THEN 'parked'
    WHEN last.kind IN ('put_in_call_book', 'reviewed') THEN 'in_call_book' END;
  IF (CASE WHEN c.state IN ('parked', 'in_call_book') THEN c.state END) IS DISTINCT FROM expected
    OR expected = 'parked' AND (c.parked_until, c.parked_for) IS DISTINCT FROM (last.until_on, last.until_event)
    OR expected = 'in_call_book' AND c.review_on IS DISTINCT FROM last.until_on THEN
    RAISE EXCEPTION 'a file is set aside as its parking says' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER custody_agrees_with_parking AFTER UPDATE ON file_custody
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((OLD.state, OLD.parked_until, OLD.parked_for, OLD.review_on)
    IS DISTINCT FROM (NEW.state, NEW.parked_until, NEW.parked_for, NEW.review_on))
  EXECUTE FUNCTION refuse_custody_unlike_parking();
CREATE CONSTRAINT TRIGGER new_custody_is_not_set_aside AFTER INSERT ON file_custody
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.state IN ('parked', 'in_call_book'))
  EXECUTE FUNCTION refuse_custody_unlike_parking();
CREATE CONSTRAINT TRIGGER parking_sets_aside AFTER INSERT ON parking_line
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_custody_unlike_parking();

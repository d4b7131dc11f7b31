-- What custody says of a file agrees with its register, and with the notes, letters and drafts that are there. Looked
-- at when the transaction ends, so that a command writes in the order that suits it.

-- At the end of each transaction a file is where its last movement brought it, and what custody counts is there.
CREATE FUNCTION refuse_custody_unlike_file() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_file uuid;
  c public.file_custody;
  last public.movement;
  counted record;
BEGIN
  IF TG_TABLE_NAME = 'office_file' THEN of_file := NEW.id; ELSE of_file := NEW.file_id; END IF;
  SELECT * INTO c FROM public.file_custody WHERE organisation_id = NEW.organisation_id AND file_id = of_file;
  SELECT * INTO last FROM public.movement WHERE organisation_id = NEW.organisation_id AND file_id = of_file
    ORDER BY sequence DESC LIMIT 1;
  SELECT
    COALESCE((SELECT max(number) FROM public.note
      WHERE organisation_id = NEW.organisation_id AND file_id = of_file), 0) AS notes,
    COALESCE((SELECT first_paragraph + paragraphs - 1 FROM public.note WHERE organisation_id = NEW.organisation_id
      AND file_id = of_file AND paragraphs > 0 ORDER BY number DESC LIMIT 1), 0) AS paragraphs,
    COALESCE((SELECT max(serial) FROM public.correspondence
      WHERE organisation_id = NEW.organisation_id AND file_id = of_file), 0) AS correspondence,
    COALESCE((SELECT first_page + pages - 1 FROM public.correspondence WHERE organisation_id = NEW.organisation_id
      AND file_id = of_file ORDER BY serial DESC LIMIT 1), 0) AS pages,
    COALESCE((SELECT max(ordinal) FROM public.draft
      WHERE organisation_id = NEW.organisation_id AND file_id = of_file), 0) AS drafts
    INTO counted;
  IF (c.movements, c.holder_post_id, c.state = 'closed')
      IS DISTINCT FROM (last.sequence, last.to_post_id, last.kind = 'closed')
    OR (c.notes, c.paragraphs, c.correspondence, c.pages, c.drafts) IS DISTINCT FROM
      (counted.notes, counted.paragraphs, counted.correspondence, counted.pages, counted.drafts) THEN
    RAISE EXCEPTION 'a file is where its register says, with what was counted'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER file_has_custody AFTER INSERT ON office_file
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_custody_unlike_file();
CREATE CONSTRAINT TRIGGER new_custody_has_register AFTER INSERT ON file_custody
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_custody_unlike_file();
CREATE CONSTRAINT TRIGGER correspondence_is_counted AFTER INSERT ON correspondence
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_custody_unlike_file();
CREATE CONSTRAINT TRIGGER draft_is_counted AFTER INSERT ON draft
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_custody_unlike_file();

-- The same of a change, compared in what the transaction changed: the rest agreed at its beginning.
CREATE FUNCTION refuse_change_unlike_file() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  c public.file_custody;
  last record;
  agrees boolean := true;
BEGIN
  SELECT * INTO c FROM public.file_custody WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id;
  IF (OLD.movements, OLD.holder_post_id, OLD.state) IS DISTINCT FROM (NEW.movements, NEW.holder_post_id, NEW.state) THEN
    SELECT sequence, to_post_id, kind = 'closed' AS closed INTO last FROM public.movement
      WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id ORDER BY sequence DESC LIMIT 1;
    agrees := (c.movements, c.holder_post_id, c.state = 'closed')
      IS NOT DISTINCT FROM (last.sequence, last.to_post_id, last.closed);
  END IF;
  IF agrees AND (OLD.notes, OLD.paragraphs) IS DISTINCT FROM (NEW.notes, NEW.paragraphs) THEN
    SELECT
      COALESCE((SELECT number FROM public.note WHERE organisation_id = NEW.organisation_id
        AND file_id = NEW.file_id ORDER BY number DESC LIMIT 1), 0) AS notes,
      COALESCE((SELECT first_paragraph + paragraphs - 1 FROM public.note WHERE organisation_id = NEW.organisation_id
        AND file_id = NEW.file_id AND paragraphs > 0 ORDER BY number DESC LIMIT 1), 0) AS paragraphs INTO last;
    agrees := (c.notes, c.paragraphs) = (last.notes, last.paragraphs);
  END IF;
  IF agrees AND (OLD.correspondence, OLD.pages) IS DISTINCT FROM (NEW.correspondence, NEW.pages) THEN
    SELECT COALESCE(max(serial), 0) AS serial, COALESCE(max(last_page), 0) AS page INTO last FROM (
      SELECT serial, first_page + pages - 1 AS last_page FROM public.correspondence
      WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id ORDER BY serial DESC LIMIT 1) k;
    agrees := (c.correspondence, c.pages) = (last.serial, last.page);
  END IF;
  IF agrees AND OLD.drafts <> NEW.drafts THEN
    SELECT COALESCE(max(ordinal), 0) AS ordinal INTO last FROM public.draft
      WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id;
    agrees := c.drafts = last.ordinal;
  END IF;
  IF NOT agrees THEN
    RAISE EXCEPTION 'a file is where its register says, with what was counted'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER custody_agrees_with_file AFTER UPDATE ON file_custody
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((OLD.state, OLD.holder_post_id, OLD.movements, OLD.notes, OLD.paragraphs, OLD.correspondence,
      OLD.pages, OLD.drafts)
    IS DISTINCT FROM
      (NEW.state, NEW.holder_post_id, NEW.movements, NEW.notes, NEW.paragraphs, NEW.correspondence,
      NEW.pages, NEW.drafts))
  EXECUTE FUNCTION refuse_change_unlike_file();

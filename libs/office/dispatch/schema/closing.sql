-- What must have been sent before a file is closed.

-- A file is closed only when each addressee of its letters has been sent the letter, or is not to be sent it.
CREATE FUNCTION refuse_closing_with_unsent_letter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM issue i JOIN issue_recipient n ON n.organisation_id = i.organisation_id AND n.issue_id = i.id
      WHERE i.organisation_id = NEW.organisation_id AND i.file_id = NEW.file_id
        AND NOT n.as_copy AND n.served_at IS NULL AND n.withheld_at IS NULL) THEN
    RAISE EXCEPTION 'a letter has not been sent to an addressee'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'closed_without_unsent_letter';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER closed_without_unsent_letter BEFORE UPDATE OF state ON file_custody FOR EACH ROW
  WHEN (NEW.state = 'closed' AND OLD.state <> 'closed') EXECUTE FUNCTION refuse_closing_with_unsent_letter();

CREATE FUNCTION refuse_sending_after_all() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM issue i JOIN file_custody c ON c.organisation_id = i.organisation_id AND c.file_id = i.file_id
      WHERE i.organisation_id = NEW.organisation_id AND i.id = NEW.issue_id AND c.state = 'closed') THEN
    RAISE EXCEPTION 'the file of the letter is closed'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'closed_stays_finished';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER closed_stays_finished BEFORE UPDATE OF withheld_at ON issue_recipient FOR EACH ROW
  WHEN (NOT NEW.as_copy AND OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL)
  EXECUTE FUNCTION refuse_sending_after_all();

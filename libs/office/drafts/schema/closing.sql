-- What must have become of drafts before a file is closed.

-- A file is closed only when each of its drafts is issued or cancelled.
CREATE FUNCTION refuse_closing_with_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM draft WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id
      AND state IN ('draft', 'approved', 'numbered')) THEN
    RAISE EXCEPTION 'a draft is neither issued nor cancelled'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'closed_without_open_draft';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER closed_without_open_draft BEFORE UPDATE OF state ON file_custody FOR EACH ROW
  WHEN (NEW.state = 'closed' AND OLD.state <> 'closed') EXECUTE FUNCTION refuse_closing_with_draft();

-- What an assistant may write.

-- A personal assistant writes on the post of an officer, an operator on that of a clerk, on normal files alone.
CREATE FUNCTION refuse_assistant_above_normal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE of_file uuid;
BEGIN
  IF TG_TABLE_NAME = 'draft_version' THEN
    SELECT file_id INTO of_file FROM public.draft WHERE organisation_id = NEW.organisation_id AND id = NEW.draft_id;
  ELSE
    of_file := NEW.file_id;
  END IF;
  IF NOT EXISTS (SELECT FROM public.file_custody c WHERE c.organisation_id = NEW.organisation_id AND c.file_id = of_file
      AND c.grading = 'normal') THEN
    RAISE EXCEPTION 'an assistant writes on normal files alone' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assistant_writes_normal_notes BEFORE INSERT OR UPDATE ON pending_note FOR EACH ROW
  WHEN (NEW.author_capacity IN ('assistant', 'operator')) EXECUTE FUNCTION refuse_assistant_above_normal();
CREATE TRIGGER assistant_writes_normal_drafts BEFORE INSERT OR UPDATE ON draft_version FOR EACH ROW
  WHEN (NEW.capacity IN ('assistant', 'operator')) EXECUTE FUNCTION refuse_assistant_above_normal();

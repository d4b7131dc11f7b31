-- The kind of a case, which says who decides on it.

-- Once a note stands on the sheet, a holder below the final authority does not take the case to a lower one, or out of
-- the kinds of cases.
CREATE FUNCTION refuse_lower_authority() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before uuid := public.deciding_post(OLD.organisation_id, OLD.category_id, OLD.holder_post_id);
  after uuid := public.deciding_post(OLD.organisation_id, NEW.category_id, OLD.holder_post_id);
BEGIN
  IF before IS NOT NULL AND (after IS NULL OR public.outranks(OLD.organisation_id, before, after)) THEN
    RAISE EXCEPTION 'a case stays with who decides on it' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_keeps_its_authority BEFORE UPDATE OF category_id ON file_custody FOR EACH ROW
  WHEN (OLD.category_id IS DISTINCT FROM NEW.category_id AND OLD.notes > 0)
  EXECUTE FUNCTION refuse_lower_authority();

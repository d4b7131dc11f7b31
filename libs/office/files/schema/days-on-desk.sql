-- How long a file may lie on a desk (R-55).

-- Says how long the file was on the desk that it leaves. Whoever keeps it beyond the limit explains it with the act
-- that ends the stay (R-55).
CREATE FUNCTION count_days_on_desk() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE c public.file_custody;
BEGIN
  SELECT * INTO c FROM public.file_custody WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id;
  NEW.kept_days := public.working_days(
    c.organisation_id, c.clock_from, COALESCE(c.clock_stopped_on, public.india_today()));
  IF NEW.explanation IS NULL AND NEW.kept_days > 0 AND NEW.kind IN
      ('forwarded', 'returned', 'put_up_for_correction', 'correction_returned', 'recalled', 'closed')
    -- A part that comes home was away for its main file.
    AND NOT (NEW.kind = 'closed' AND EXISTS (SELECT FROM public.office_file f
      WHERE f.id = NEW.file_id AND f.main_file_id IS NOT NULL))
    AND NEW.kept_days > (SELECT desk_limit_days FROM public.organisation WHERE id = NEW.organisation_id) THEN
    RAISE EXCEPTION 'a case that was kept longer than the limit goes on with an explanation'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER long_stay_is_explained BEFORE INSERT ON movement
  FOR EACH ROW WHEN (NEW.file_id IS NOT NULL AND NEW.kind NOT IN ('created', 'reopened'))
  EXECUTE FUNCTION count_days_on_desk();

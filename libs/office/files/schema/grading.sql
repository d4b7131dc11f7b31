-- Who grades, and who reads what is graded.

-- Only an officer's post gives a grading above normal, changes one, or sets an urgency for which the office says so
-- (R-40). Parts and volumes follow their file upwards: whoever holds that grades them as high as it.
CREATE FUNCTION refuse_grading_of_others() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE acting uuid[];
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.grading = OLD.grading AND (NEW.urgency = OLD.urgency
      OR NOT urgency_needs_officer(NEW.organisation_id, NEW.urgency)) THEN
      RETURN NEW;
    END IF;
    acting := ARRAY[OLD.holder_post_id];
    IF TG_TABLE_NAME = 'file_custody' THEN
      IF NEW.urgency = OLD.urgency AND public.grading_place(NEW.grading) > public.grading_place(OLD.grading) THEN
        acting := acting || ARRAY(SELECT led.holder_post_id FROM public.office_file f JOIN public.file_custody led
            ON led.organisation_id = f.organisation_id
              AND led.file_id IN (SELECT public.volumes_of(f.organisation_id, COALESCE(f.main_file_id, f.id)))
          WHERE f.organisation_id = NEW.organisation_id AND f.id = NEW.file_id AND led.grading = NEW.grading);
      END IF;
    END IF;
  ELSE
    -- A letter has its grading from its sender; the diary only notes it. One from within the office has its urgency
    -- too.
    IF TG_TABLE_NAME = 'receipt' THEN
      IF NEW.delivery_mode = 'within_office' THEN RETURN NEW; END IF;
    END IF;
    IF (NEW.grading = 'normal' OR TG_TABLE_NAME = 'receipt')
      AND NOT urgency_needs_officer(NEW.organisation_id, NEW.urgency) THEN RETURN NEW; END IF;
    -- A further volume has both from the one before, which another trigger sees to.
    IF TG_TABLE_NAME = 'file_custody' THEN
      IF NEW.volume > 1 THEN RETURN NEW; END IF;
    END IF;
    acting := ARRAY[NEW.holder_post_id];
  END IF;
  IF TG_TABLE_NAME = 'receipt' THEN
    acting := CASE TG_OP WHEN 'UPDATE' THEN acting || NEW.diarised_by_post_id ELSE ARRAY[NEW.diarised_by_post_id] END;
  END IF;
  IF NOT EXISTS (SELECT FROM post p WHERE p.organisation_id = NEW.organisation_id AND p.id = ANY (acting)
      AND 'officer' = ANY (p.roles)) THEN
    RAISE EXCEPTION 'only an officer grades above normal or sets such an urgency'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER file_graded_by_officer BEFORE INSERT OR UPDATE OF grading, urgency ON file_custody
  FOR EACH ROW EXECUTE FUNCTION refuse_grading_of_others();

-- Above normal nobody reads a file who has not held it; nobody who has held it ceases to read it. The volumes of a file
-- have one register.
CREATE FUNCTION refuse_readers_of_another_grading() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  regraded CONSTANT boolean := TG_OP = 'UPDATE' AND NEW.grading IS DISTINCT FROM OLD.grading;
  files uuid[];
  held uuid[];
BEGIN
  IF NEW.grading = 'normal' AND NOT regraded THEN RETURN NEW; END IF;
  files := CASE WHEN NEW.volume > 1 OR NEW.continued
    THEN ARRAY(SELECT public.volumes_of(NEW.organisation_id, NEW.file_id)) ELSE ARRAY[NEW.file_id] END;
  SELECT COALESCE(array_agg(p.post_id), '{}') INTO held
    FROM public.movement m, unnest(ARRAY[m.from_post_id, m.to_post_id]) p (post_id)
    WHERE m.organisation_id = NEW.organisation_id AND m.file_id = ANY (files) AND p.post_id IS NOT NULL;
  IF NEW.grading <> 'normal' AND NOT NEW.reader_post_ids <@ (held || NEW.holder_post_id)
    OR regraded AND NOT held <@ NEW.reader_post_ids THEN
    RAISE EXCEPTION 'above normal those read a file who have held it, and nobody else'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER readers_follow_grading BEFORE INSERT OR UPDATE OF grading, reader_post_ids ON file_custody
  FOR EACH ROW EXECUTE FUNCTION refuse_readers_of_another_grading();

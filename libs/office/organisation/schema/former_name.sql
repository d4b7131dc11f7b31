-- What a unit, a post or a person was called until when. Records name them by id and show today's name; this says
-- which name stood there before.
CREATE TABLE former_name (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_id uuid NOT NULL REFERENCES organisation,
  unit_id uuid,
  post_id uuid,
  user_id uuid,
  -- Abbreviation, marking or user name, and as Hindi has it.
  short text NOT NULL,
  short_hi text,
  name_hi text NOT NULL,
  name_en text NOT NULL,
  until_at timestamptz NOT NULL DEFAULT office_now(),
  CONSTRAINT one_was_called_so CHECK (num_nonnulls(unit_id, post_id, user_id) = 1),
  CONSTRAINT former_name_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit (organisation_id, id),
  CONSTRAINT former_name_of_post FOREIGN KEY (organisation_id, post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT former_name_of_person FOREIGN KEY (organisation_id, user_id) REFERENCES office_user (organisation_id, id)
);
CREATE INDEX former_name_by_unit ON former_name (organisation_id, unit_id) WHERE unit_id IS NOT NULL;
CREATE INDEX former_name_by_post ON former_name (organisation_id, post_id) WHERE post_id IS NOT NULL;
CREATE INDEX former_name_by_person ON former_name (organisation_id, user_id) WHERE user_id IS NOT NULL;

CREATE TRIGGER former_name_is_sealed AFTER INSERT OR UPDATE OR DELETE ON former_name
  FOR EACH ROW EXECUTE FUNCTION seal_row('id');

CREATE FUNCTION keep_former_name() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_TABLE_NAME = 'unit' THEN
    INSERT INTO public.former_name (organisation_id, unit_id, short, short_hi, name_hi, name_en)
      VALUES (OLD.organisation_id, OLD.id, OLD.abbreviation, OLD.abbreviation_hi, OLD.name_hi, OLD.name_en);
  ELSIF TG_TABLE_NAME = 'post' THEN
    INSERT INTO public.former_name (organisation_id, post_id, short, short_hi, name_hi, name_en)
      VALUES (OLD.organisation_id, OLD.id, OLD.marking, OLD.marking_hi, OLD.designation_hi, OLD.designation_en);
  ELSE
    INSERT INTO public.former_name (organisation_id, user_id, short, name_hi, name_en)
      VALUES (OLD.organisation_id, OLD.id, OLD.username, OLD.name_hi, OLD.name_en);
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION keep_former_name() FROM PUBLIC;
CREATE TRIGGER unit_keeps_its_name AFTER UPDATE ON unit FOR EACH ROW
  WHEN ((OLD.abbreviation, OLD.abbreviation_hi, OLD.name_hi, OLD.name_en)
    IS DISTINCT FROM (NEW.abbreviation, NEW.abbreviation_hi, NEW.name_hi, NEW.name_en))
  EXECUTE FUNCTION keep_former_name();
CREATE TRIGGER post_keeps_its_name AFTER UPDATE ON post FOR EACH ROW
  WHEN ((OLD.marking, OLD.marking_hi, OLD.designation_hi, OLD.designation_en)
    IS DISTINCT FROM (NEW.marking, NEW.marking_hi, NEW.designation_hi, NEW.designation_en))
  EXECUTE FUNCTION keep_former_name();
CREATE TRIGGER person_keeps_his_name AFTER UPDATE ON office_user FOR EACH ROW
  WHEN ((OLD.username, OLD.name_hi, OLD.name_en) IS DISTINCT FROM (NEW.username, NEW.name_hi, NEW.name_en))
  EXECUTE FUNCTION keep_former_name();

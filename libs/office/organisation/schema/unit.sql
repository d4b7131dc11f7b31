-- A section or division of the office, below another one or at the top.
CREATE TABLE unit (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  parent_id uuid,
  abbreviation text NOT NULL CHECK (abbreviation <> ''),
  name_hi text NOT NULL,
  name_en text NOT NULL,
  -- As numbers in Hindi print it.
  abbreviation_hi text CHECK (abbreviation_hi <> ''),
  abolished_at timestamptz,
  -- Counts its changes, for whoever changes it beside another.
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT unit_of_organisation UNIQUE (organisation_id, id),
  CONSTRAINT unit_abbreviation_once UNIQUE (organisation_id, abbreviation),
  CONSTRAINT unit_abbreviation_hi_once UNIQUE (organisation_id, abbreviation_hi),
  CONSTRAINT unit_parent FOREIGN KEY (organisation_id, parent_id) REFERENCES unit (organisation_id, id)
);

-- A row that bears a version is another one after each change.
CREATE FUNCTION count_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.version := OLD.version + 1;
  RETURN NEW;
END $$;
CREATE TRIGGER unit_counts_its_changes BEFORE UPDATE ON unit FOR EACH ROW
  WHEN (OLD IS DISTINCT FROM NEW) EXECUTE FUNCTION count_change();

-- A unit that stood below itself would stand nowhere.
CREATE FUNCTION refuse_circle_of_units() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (WITH RECURSIVE above (id) AS (
      SELECT NEW.parent_id UNION
      SELECT u.parent_id FROM above JOIN public.unit u ON u.organisation_id = NEW.organisation_id AND u.id = above.id
    ) SELECT FROM above WHERE above.id = NEW.id) THEN
    RAISE EXCEPTION 'a unit stands below others' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER no_circle_of_units AFTER INSERT OR UPDATE OF parent_id ON unit FOR EACH ROW
  WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION refuse_circle_of_units();

CREATE TRIGGER unit_is_sealed AFTER INSERT OR UPDATE OR DELETE ON unit
  FOR EACH ROW EXECUTE FUNCTION seal_row('id', 'version');

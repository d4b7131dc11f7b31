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
  CONSTRAINT unit_of_organisation UNIQUE (organisation_id, id),
  CONSTRAINT unit_abbreviation_once UNIQUE (organisation_id, abbreviation),
  CONSTRAINT unit_abbreviation_hi_once UNIQUE (organisation_id, abbreviation_hi),
  CONSTRAINT unit_parent FOREIGN KEY (organisation_id, parent_id) REFERENCES unit (organisation_id, id)
);

CREATE TRIGGER unit_is_sealed AFTER INSERT OR UPDATE OR DELETE ON unit
  FOR EACH ROW EXECUTE FUNCTION seal_row('id');

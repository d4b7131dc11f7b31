-- A kind of case; power_delegation says who disposes of it.
CREATE TABLE case_category (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  code text NOT NULL CHECK (code <> '' AND code IS NFC NORMALIZED),
  name_hi text NOT NULL CHECK (name_hi <> ''),
  name_en text NOT NULL CHECK (name_en <> ''),
  unit_id uuid,
  CONSTRAINT case_category_of_organisation UNIQUE (organisation_id, id),
  CONSTRAINT case_category_code_once UNIQUE (organisation_id, code),
  CONSTRAINT case_category_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit (organisation_id, id)
);

CREATE TRIGGER case_category_is_sealed AFTER INSERT OR UPDATE OR DELETE ON case_category
  FOR EACH ROW EXECUTE FUNCTION seal_row('id');

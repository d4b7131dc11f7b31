-- A head of the list from which file numbers are built: A-11-011 and so on.
CREATE TABLE number_head (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  basic text NOT NULL CHECK (basic ~ '^[A-Z]$'),
  "primary" text NOT NULL CHECK ("primary" ~ '^[0-9]{2}$'),
  secondary text NOT NULL CHECK (secondary ~ '^[0-9]{2}$'),
  tertiary text CHECK (tertiary <> ''),
  title_hi text NOT NULL,
  title_en text NOT NULL,
  -- As numbers in Hindi print it.
  basic_hi text CHECK (basic_hi <> ''),
  CONSTRAINT number_head_of_organisation UNIQUE (organisation_id, id),
  CONSTRAINT number_head_once UNIQUE NULLS NOT DISTINCT (organisation_id, basic, "primary", secondary, tertiary)
);

CREATE TRIGGER number_head_is_sealed AFTER INSERT OR UPDATE OR DELETE ON number_head
  FOR EACH ROW EXECUTE FUNCTION seal_row('id');

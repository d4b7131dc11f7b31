-- A day that an order has declared a holiday, or a working day.
CREATE TABLE declared_day (
  organisation_id uuid NOT NULL REFERENCES organisation,
  day date NOT NULL,
  works boolean NOT NULL,
  name_hi text NOT NULL,
  name_en text NOT NULL,
  PRIMARY KEY (organisation_id, day)
);

CREATE TRIGGER declared_day_is_sealed AFTER INSERT OR UPDATE OR DELETE ON declared_day
  FOR EACH ROW EXECUTE FUNCTION seal_row('organisation_id day');

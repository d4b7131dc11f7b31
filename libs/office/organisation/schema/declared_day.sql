-- A day that an order has declared a holiday, a restricted holiday, or a working day.
CREATE TABLE declared_day (
  organisation_id uuid NOT NULL REFERENCES organisation,
  day date NOT NULL,
  works boolean NOT NULL,
  name_hi text NOT NULL,
  name_en text NOT NULL,
  -- Each may choose some of these: the office works as on any other day.
  restricted boolean CHECK (restricted),
  CONSTRAINT restricted_is_a_holiday CHECK (restricted IS NULL OR NOT works),
  PRIMARY KEY (organisation_id, day)
);

CREATE TRIGGER declared_day_is_sealed AFTER INSERT OR UPDATE OR DELETE ON declared_day
  FOR EACH ROW EXECUTE FUNCTION seal_row('organisation_id day');

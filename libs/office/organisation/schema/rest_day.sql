-- A weekday on which the office rests, in which week of the month.
CREATE TABLE rest_day (
  organisation_id uuid NOT NULL REFERENCES organisation,
  weekday smallint NOT NULL CHECK (weekday BETWEEN 0 AND 6),
  week smallint NOT NULL CHECK (week BETWEEN 1 AND 5),
  PRIMARY KEY (organisation_id, weekday, week)
);

CREATE TRIGGER rest_day_is_sealed AFTER INSERT OR UPDATE OR DELETE ON rest_day
  FOR EACH ROW EXECUTE FUNCTION seal_row('organisation_id weekday week');

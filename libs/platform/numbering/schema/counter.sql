-- The last number that was drawn of a series in a period.
CREATE TABLE counter (
  organisation_id uuid NOT NULL REFERENCES organisation,
  scheme text NOT NULL,
  series text NOT NULL,
  period text NOT NULL,
  value integer NOT NULL CHECK (value > 0),
  PRIMARY KEY (organisation_id, scheme, series, period)
);

CREATE FUNCTION refuse_gap_in_counter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.value <> 1 OR TG_OP = 'UPDATE' AND NEW.value <> OLD.value + 1 THEN
    RAISE EXCEPTION 'a counter goes up by one' USING ERRCODE = 'check_violation', CONSTRAINT = 'counter_without_gap';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER counter_without_gap BEFORE INSERT OR UPDATE ON counter
  FOR EACH ROW EXECUTE FUNCTION refuse_gap_in_counter();

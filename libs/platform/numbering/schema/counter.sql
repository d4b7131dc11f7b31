-- The last number of a series in a period: the last that was drawn, or from which the series goes on.
CREATE TABLE counter (
  organisation_id uuid NOT NULL REFERENCES organisation,
  scheme text NOT NULL,
  series text NOT NULL,
  period text NOT NULL,
  value integer NOT NULL CHECK (value > 0),
  PRIMARY KEY (organisation_id, scheme, series, period)
);

-- It goes up by one, and higher only to where the series is said to go on from.
CREATE FUNCTION refuse_gap_in_counter() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before integer := 0;
BEGIN
  IF TG_OP = 'UPDATE' THEN before := OLD.value; END IF;
  IF NEW.value = before + 1 THEN RETURN NEW; END IF;
  IF NEW.value > before AND EXISTS (SELECT FROM public.number_start s
      WHERE s.organisation_id = NEW.organisation_id AND s.scheme = NEW.scheme AND s.series = NEW.series
        AND s.period = NEW.period AND s.last = NEW.value) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a counter goes up by one' USING ERRCODE = 'check_violation', CONSTRAINT = 'counter_without_gap';
END $$;
CREATE TRIGGER counter_without_gap BEFORE INSERT OR UPDATE ON counter
  FOR EACH ROW EXECUTE FUNCTION refuse_gap_in_counter();

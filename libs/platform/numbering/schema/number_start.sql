-- That a series goes on from a number that was given before the office drew numbers here: in a register on paper, or by
-- another system.
CREATE TABLE number_start (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  scheme text NOT NULL,
  series text NOT NULL,
  period text NOT NULL,
  -- The last number that was given there; the next one is one higher.
  last integer NOT NULL CHECK (last > 0),
  CONSTRAINT number_start_once UNIQUE (organisation_id, scheme, series, period, last),
  CONSTRAINT start_of_scheme FOREIGN KEY (organisation_id, scheme) REFERENCES number_scheme (organisation_id, kind)
);

CREATE TRIGGER number_start_is_sealed AFTER INSERT OR UPDATE OR DELETE ON number_start
  FOR EACH ROW EXECUTE FUNCTION seal_row('id');

CREATE FUNCTION refuse_start_below_drawn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM public.counter c WHERE c.organisation_id = NEW.organisation_id AND c.scheme = NEW.scheme
      AND c.series = NEW.series AND c.period = NEW.period AND c.value >= NEW.last) THEN
    RAISE EXCEPTION 'numbers never repeat and never go back' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER start_above_drawn BEFORE INSERT ON number_start
  FOR EACH ROW EXECUTE FUNCTION refuse_start_below_drawn();
CREATE TRIGGER number_start_is_final BEFORE UPDATE OR DELETE ON number_start
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER number_start_is_not_truncated BEFORE TRUNCATE ON number_start EXECUTE FUNCTION refuse_change();

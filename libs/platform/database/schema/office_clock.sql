-- By how much the clock of the office is behind that of the machine: while a demo office is being seeded three months
-- pass in seconds. Only the owner of the database may set it back, only before anything has happened; from then on it
-- only catches up. Without a row it tells the time of the machine. Sessions, sign-in links, idempotency keys and jobs
-- keep the time of the machine.
CREATE TABLE office_clock (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  behind interval NOT NULL CHECK (behind >= INTERVAL '0')
);

-- The day in India by the clock of the office.
CREATE FUNCTION india_today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT (public.office_now() AT TIME ZONE INTERVAL '5 hours 30 minutes')::date $$;

-- Whether it is afternoon in India by the clock of the office.
CREATE FUNCTION india_afternoon() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT (public.office_now() AT TIME ZONE INTERVAL '5 hours 30 minutes')::time >= '12:00' $$;

CREATE FUNCTION refuse_clock_set_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.behind > OLD.behind
    OR TG_OP = 'INSERT' AND NEW.behind > INTERVAL '0' AND EXISTS (SELECT FROM event) THEN
    RAISE EXCEPTION 'the office clock is never set back'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'clock_goes_forward';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER clock_goes_forward BEFORE INSERT OR UPDATE ON office_clock
  FOR EACH ROW EXECUTE FUNCTION refuse_clock_set_back();

-- What time it is in the office: all its tables ask it. The schema is named, so that no temporary table of the session
-- stands in between.
CREATE FUNCTION office_now() RETURNS timestamptz LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
  RETURN clock_timestamp() - COALESCE((SELECT behind FROM public.office_clock), INTERVAL '0');
END $$;

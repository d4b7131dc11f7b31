-- On which days the office works, by its rest days and what orders have declared beside them.

-- $1 is the organisation, $2 the day.
CREATE FUNCTION office_works_on(uuid, date) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT COALESCE(
    (SELECT d.works FROM public.declared_day d
      WHERE d.organisation_id = $1 AND d.day = $2 AND d.restricted IS NULL),
    NOT EXISTS (SELECT FROM public.rest_day r WHERE r.organisation_id = $1
      AND r.weekday = extract(dow FROM $2)::smallint AND r.week = ((extract(day FROM $2)::int - 1) / 7 + 1)::smallint))
$$;

-- The first day from this one on which the office works; null if there is none within a year.
CREATE FUNCTION next_working_day(uuid, date) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT $2 + ahead FROM generate_series(0, 366) ahead WHERE public.office_works_on($1, $2 + ahead)
    ORDER BY ahead LIMIT 1
$$;

-- Of the organisation $1: the working days after $2, up to and with $3, as office_works_on() has them. One statement
-- counts them, since they are asked for with every movement and every row of a desk.
CREATE FUNCTION working_days(uuid, date, date) RETURNS integer LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
  IF ($3 > $2) IS NOT TRUE THEN RETURN 0; END IF;
  RETURN (SELECT count(*) FROM generate_series(1, $3 - $2) ahead
    LEFT JOIN public.declared_day d ON d.organisation_id = $1 AND d.day = $2 + ahead AND d.restricted IS NULL
    LEFT JOIN public.rest_day r ON r.organisation_id = $1 AND r.weekday = extract(dow FROM $2 + ahead)::smallint
      AND r.week = ((extract(day FROM $2 + ahead)::int - 1) / 7 + 1)::smallint
    WHERE COALESCE(d.works, r.week IS NULL));
END $$;

-- The working day that is so many back from this day, which counts as the first if the office works on it; null if
-- there are none. From the day before it until this day it is so many working days.
CREATE FUNCTION working_day_back(office uuid, from_day date, days integer) RETURNS date
  LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  day date := from_day + 1;
  missing integer := days;
BEGIN
  WHILE missing > 0 LOOP
    day := day - 1;
    IF day < from_day - 366 - 7 * days THEN RETURN NULL; END IF;
    IF public.office_works_on(office, day) THEN missing := missing - 1; END IF;
  END LOOP;
  RETURN day;
END $$;

-- What came to a desk of this organisation before this day has been there longer than the limit.
CREATE FUNCTION first_day_in_limit(uuid) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT public.working_day_back($1, public.india_today(), o.desk_limit_days + 1) FROM public.organisation o
    WHERE o.id = $1
$$;

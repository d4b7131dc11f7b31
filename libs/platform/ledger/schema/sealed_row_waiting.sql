-- The lines of an event until the sequencer files them: nobody who forwards a file waits for their indexes.
CREATE TABLE sealed_row_waiting (
  place bigint DEFAULT nextval('sealed_row_place_seq') PRIMARY KEY,
  event_id uuid NOT NULL,
  lines text NOT NULL
);

-- Files the lines of at most so many events. Answers how many these were.
CREATE FUNCTION file_sealed_rows(at_most integer) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE filed integer;
BEGIN
  WITH taken AS (
    DELETE FROM public.sealed_row_waiting WHERE place IN (
      SELECT place FROM public.sealed_row_waiting ORDER BY place LIMIT at_most FOR UPDATE SKIP LOCKED)
    RETURNING place, event_id, lines
  ), kept AS (
    INSERT INTO public.sealed_row (place, event_id, name, hash)
      SELECT t.place, t.event_id, substring(line FROM '^\S+ \S+ (.*)$'),
        decode(NULLIF(split_part(line, ' ', 2), '-'), 'hex')
      FROM taken t, string_to_table(rtrim(t.lines, chr(10)), chr(10)) line
  )
  SELECT count(*) INTO filed FROM taken;
  RETURN filed;
END $$;

-- What a row of the record said when an event was written: the hash of its text, under the event of the command that
-- wrote the row. What a row says today is right if it is what its last line here says. The event bears the hash of its
-- lines (docs/proof.md).
CREATE TABLE sealed_row (
  -- Of two lines of one row the later one has the higher place: whoever writes the row waits for who wrote it before.
  place bigint GENERATED ALWAYS AS IDENTITY,
  event_id uuid NOT NULL,
  -- The table and what identifies the row in it: `movement 0190…`.
  name text COLLATE "C" NOT NULL,
  -- None: the row was deleted.
  hash bytea CHECK (octet_length(hash) = 32),
  PRIMARY KEY (name, place)
);
CREATE INDEX sealed_row_of_event ON sealed_row (event_id);

CREATE TRIGGER sealed_row_is_final BEFORE UPDATE OR DELETE ON sealed_row FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sealed_row_is_not_truncated BEFORE TRUNCATE ON sealed_row EXECUTE FUNCTION refuse_change();

-- Every table of the record hangs this after its rows, with the columns that identify a row, in one list of words, and
-- those that are no record. The rows that a transaction writes wait in a setting of the transaction until its event
-- takes them. The text of a row is that of its columns that have a value as jsonb writes it, with times as UTC writes
-- them, whatever the session says.
CREATE FUNCTION seal_row() RETURNS trigger LANGUAGE plpgsql SET TimeZone = 'UTC' AS $$
DECLARE
  waiting text := current_setting('patravali.rows', true);
  fields jsonb;
  key text;
  hash text := '-';
BEGIN
  IF waiting = 'taken' THEN
    RAISE EXCEPTION 'a row of % is written after the event of its transaction', TG_TABLE_NAME
      USING ERRCODE = 'check_violation', CONSTRAINT = 'rows_before_their_event';
  END IF;
  IF TG_OP = 'DELETE' THEN
    fields := to_jsonb(OLD);
  ELSE
    fields := jsonb_strip_nulls(to_jsonb(NEW));
    IF TG_NARGS > 1 THEN
      hash := encode(sha256(convert_to((fields - TG_ARGV[1:])::text, 'UTF8')), 'hex');
    ELSE
      hash := encode(sha256(convert_to(fields::text, 'UTF8')), 'hex');
    END IF;
  END IF;
  key := fields ->> TG_ARGV[0];
  IF key IS NULL THEN
    SELECT string_agg(fields ->> part, ' ' ORDER BY place) INTO key
      FROM string_to_table(TG_ARGV[0], ' ') WITH ORDINALITY parts (part, place);
  END IF;
  PERFORM set_config('patravali.rows',
    COALESCE(waiting, '') || TG_TABLE_NAME || ' ' || key || chr(9) || hash || chr(10), true);
  RETURN NULL;
END $$;

-- Writes the lines of an event. Answers with the hash of their text, or nothing if no row was written.
CREATE FUNCTION seal_rows(of_event uuid) RETURNS bytea LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE waiting text := current_setting('patravali.rows', true); result bytea;
BEGIN
  PERFORM set_config('patravali.rows', 'taken', true);
  IF waiting IS NULL OR waiting IN ('', 'taken') THEN
    RETURN NULL;
  END IF;
  WITH last AS (
    -- A row that was written twice is what it was last.
    SELECT DISTINCT ON (1) split_part(line, chr(9), 1) AS name, split_part(line, chr(9), 2) AS hash
    FROM string_to_table(rtrim(waiting, chr(10)), chr(10)) WITH ORDINALITY lines (line, number)
    ORDER BY 1, number DESC
  ), kept AS (
    INSERT INTO public.sealed_row (event_id, name, hash)
    SELECT of_event, l.name, CASE WHEN l.hash <> '-' THEN decode(l.hash, 'hex') END FROM last l
    RETURNING place, name, hash
  )
  SELECT sha256(convert_to(string_agg(place || ' ' || COALESCE(encode(hash, 'hex'), '-') || ' ' || name || chr(10), ''
    ORDER BY place), 'UTF8')) INTO result FROM kept;
  RETURN result;
END $$;

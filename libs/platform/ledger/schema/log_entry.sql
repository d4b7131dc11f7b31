-- An entry of the log of the office, which the sequencer writes to the object store. The database itself gives the
-- entries their places.
CREATE TABLE log_entry (
  index bigint PRIMARY KEY CHECK (index >= 0),
  event_id uuid UNIQUE,
  text text,
  leaf_hash bytea NOT NULL CHECK (octet_length(leaf_hash) = 32),
  CONSTRAINT log_entry_of_one_thing CHECK (num_nonnulls(event_id, text) = 1)
);
CREATE INDEX log_entry_of_no_event ON log_entry (index) WHERE event_id IS NULL;
CREATE INDEX log_entry_of_the_log ON log_entry (index) WHERE event_id IS NULL AND text NOT LIKE 'patravali entry %';
CREATE INDEX log_entry_of_lost_event ON log_entry ((substring(text FROM '\nsubject [a-z]+ ([0-9a-f-]{36})\n')))
  WHERE event_id IS NULL AND text LIKE 'patravali entry %';

CREATE TRIGGER log_entry_is_final BEFORE UPDATE OR DELETE ON log_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER log_entry_is_not_truncated BEFORE TRUNCATE ON log_entry EXECUTE FUNCTION refuse_change();

-- The text of an entry, whose hash is a leaf of the log: docs/proof.md.
CREATE FUNCTION log_entry_text(e event) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT concat_ws(chr(10), 'patravali entry 1', 'event ' || e.id, 'subject ' || e.subject_kind || ' ' || e.subject_id,
    'sequence ' || e.sequence, 'previous ' || encode(e.previous_hash, 'hex'), 'hash ' || encode(e.hash, 'hex'))
        || chr(10)
$$;

-- Takes what waits into the log, at most so many. Answers how many these were.
CREATE FUNCTION log_events(at_most integer) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE logged integer;
BEGIN
  PERFORM FROM public.published_log FOR UPDATE;
  WITH taken AS (
    DELETE FROM public.log_waiting
    WHERE place IN (SELECT place FROM public.log_waiting ORDER BY place LIMIT at_most) RETURNING place, event_id
  )
  INSERT INTO public.log_entry (index, event_id, leaf_hash)
    SELECT (SELECT COALESCE(max(index) + 1, 0) FROM public.log_entry) + row_number() OVER (ORDER BY t.place) - 1, e.id,
      sha256(decode('00', 'hex') || convert_to(public.log_entry_text(e), 'UTF8'))
    FROM taken t JOIN public.event e ON e.id = t.event_id;
  GET DIAGNOSTICS logged = ROW_COUNT;
  RETURN logged;
END $$;

-- After an older backup was restored the log takes back from the store what the database has lost: an entry whose event
-- is there belongs to it again, another one stays as text.
CREATE FUNCTION log_takes(entries text[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE next bigint;
BEGIN
  PERFORM FROM public.published_log FOR UPDATE;
  SELECT COALESCE(max(index) + 1, 0) INTO next FROM public.log_entry;
  INSERT INTO public.log_entry (index, event_id, text, leaf_hash)
    SELECT next + given.place - 1, e.id, CASE WHEN e.id IS NULL THEN given.entry END,
      sha256(decode('00', 'hex') || convert_to(given.entry, 'UTF8'))
    FROM unnest(entries) WITH ORDINALITY AS given (entry, place)
      LEFT JOIN public.event e ON e.id = substring(given.entry FROM '^patravali entry 1\nevent ([0-9a-f-]{36})\n')::uuid
        AND public.log_entry_text(e) = given.entry;
  DELETE FROM public.log_waiting w USING public.log_entry l WHERE l.event_id = w.event_id AND l.index >= next;
  INSERT INTO public.log_key (number, written, signs_from)
    SELECT (SELECT COALESCE(max(number), 0) FROM public.log_key) + row_number() OVER (ORDER BY place), written,
        next + place
    FROM (
      SELECT given.place, substring(given.entry FROM '^patravali (?:lost )?key 1\nkey (\S+)\n') AS written
      FROM unnest(entries) WITH ORDINALITY AS given (entry, place)
    ) announced WHERE written IS NOT NULL;
END $$;

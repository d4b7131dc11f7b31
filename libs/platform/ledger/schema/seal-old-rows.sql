-- The id of an event that the database writes: a UUID of version 7, as the other events have.
CREATE FUNCTION new_event_id() RETURNS uuid LANGUAGE sql VOLATILE AS $$
  SELECT overlay(encode(overlay(uuid_send(gen_random_uuid())
    PLACING substring(int8send((extract(epoch FROM public.office_now()) * 1000)::bigint) FROM 3) FROM 1), 'hex')
    PLACING '7' FROM 13)::uuid
$$;

-- Rows from before events named rows are named by one event of each subject. Its lines come as `seal_row` writes them.
-- The last event of an organisation says that nothing is left.
CREATE FUNCTION seal_old_rows(office uuid, kind text, subjects uuid[], lines text[], is_last boolean)
  RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  FOR at IN 1 .. COALESCE(cardinality(subjects), 0) LOOP
    PERFORM set_config('patravali.rows', lines[at], true);
    INSERT INTO event (id, organisation_id, subject_kind, subject_id, name, data)
      VALUES (new_event_id(), office, kind, subjects[at], kind || '.rows_sealed',
        CASE WHEN is_last AND at = cardinality(subjects) THEN '{"complete": true}' ELSE '{}' END::jsonb);
  END LOOP;
END $$;

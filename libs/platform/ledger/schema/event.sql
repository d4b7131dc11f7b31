-- What happened, once for each command. An event bears the hash of its canonical form, which names the hash of the
-- event before it on the same subject, and since encoding 2 that of the rows which its transaction wrote; the database
-- computes all. Byte by byte: docs/proof.md. Encoding 0: chained afterwards, by a migration.
--
-- Its office is no foreign key: each event would lock the one row of its organisation, and all commands of an office
-- would meet there.
CREATE TABLE event (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  subject_kind text NOT NULL
    CHECK (subject_kind IN ('file', 'receipt', 'user', 'document', 'organisation', 'readings')),
  subject_id uuid NOT NULL,
  sequence integer NOT NULL CHECK (sequence > 0),
  name text NOT NULL CHECK (name ~ '^[a-z]+\.[a-z_]+$'),
  related_id uuid,
  user_id uuid,
  post_id uuid,
  capacity text CHECK (capacity IN ('regular', 'additional', 'link', 'assistant', 'operator')),
  at timestamptz NOT NULL DEFAULT office_now(),
  reason text,
  data jsonb NOT NULL,
  content_hash text CHECK (content_hash ~ '^[0-9a-f]{64}$'),
  encoding smallint NOT NULL CHECK (encoding IN (0, 1, 2)),
  previous_hash bytea NOT NULL CHECK (octet_length(previous_hash) = 32),
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  rows_hash bytea,
  CONSTRAINT event_sequence_once UNIQUE (organisation_id, subject_id, sequence),
  CONSTRAINT rows_are_named_since_encoding_2
    CHECK (rows_hash IS NULL OR (encoding >= 2 AND octet_length(rows_hash) = 32)),
  CONSTRAINT event_actor_whole CHECK ((post_id IS NULL) = (capacity IS NULL)),
  CONSTRAINT assistants_only_prepare
    CHECK (capacity NOT IN ('assistant', 'operator') OR name IN ('file.opened',
      'note.added', 'note.changed', 'note.discarded', 'note.taken_up', 'draft.created', 'draft.changed',
      'file.pdf_asked', 'file.pdf_cancelled', 'readings.recorded')),
  -- What a mail server reports is no act of anybody; what became of a letter somebody of the office says.
  CONSTRAINT reports_are_no_acts
    CHECK (CASE WHEN name = 'dispatch.reported' THEN user_id IS NULL
      WHEN name IN ('dispatch.delivered', 'dispatch.returned') THEN user_id IS NOT NULL ELSE true END),
  CONSTRAINT event_user FOREIGN KEY (organisation_id, user_id) REFERENCES office_user (organisation_id, id),
  CONSTRAINT event_post FOREIGN KEY (organisation_id, post_id) REFERENCES post (organisation_id, id)
);
CREATE INDEX event_by_related ON event (organisation_id, related_id) WHERE related_id IS NOT NULL;
CREATE INDEX event_by_age ON event (organisation_id, at, id) WHERE subject_kind IN ('file', 'receipt');
CREATE INDEX event_by_person ON event (organisation_id, user_id, at, id) WHERE subject_kind IN ('file', 'receipt');
CREATE INDEX event_by_post ON event (organisation_id, post_id, at, id) WHERE subject_kind IN ('file', 'receipt');
CREATE INDEX event_by_name ON event (organisation_id, name, at, id) WHERE subject_kind IN ('file', 'receipt');
CREATE INDEX event_of_record_check ON event (organisation_id, at) WHERE name = 'organisation.record_checked';

CREATE TRIGGER event_is_final BEFORE UPDATE OR DELETE ON event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_is_not_truncated BEFORE TRUNCATE ON event EXECUTE FUNCTION refuse_change();

-- Numbers the event within its subject, chains it and puts it among what waits for the log. What was numbered without
-- gaps is held against the last row and not against all.
CREATE FUNCTION refuse_gap_in_events() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE next integer; last bytea; last_at timestamptz;
BEGIN
  SELECT sequence + 1, hash, at INTO next, last, last_at FROM public.event
    WHERE organisation_id = NEW.organisation_id AND subject_id = NEW.subject_id ORDER BY sequence DESC LIMIT 1;
  next := COALESCE(next, 1);
  IF NEW.sequence IS NULL THEN
    NEW.sequence := next;
  ELSIF NEW.sequence <> next THEN
    RAISE EXCEPTION 'events are numbered without gaps'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'event_without_gap';
  END IF;
  IF num_nonnulls(NEW.encoding, NEW.previous_hash, NEW.hash, NEW.rows_hash) > 0 THEN
    RAISE EXCEPTION 'the database chains the events'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'event_without_gap';
  END IF;
  NEW.encoding := 2;
  NEW.rows_hash := public.seal_rows(NEW.id);
  -- While a clock of the machine has gone back, time stands still along the chain.
  NEW.at := greatest(NEW.at, last_at);
  NEW.previous_hash := COALESCE(last, decode(repeat('00', 32), 'hex'));
  NEW.hash := sha256(convert_to(public.event_canonical_form(NEW), 'UTF8'));
  INSERT INTO public.log_waiting (event_id) VALUES (NEW.id);
  RETURN NEW;
END $$;
CREATE TRIGGER event_without_gap BEFORE INSERT ON event FOR EACH ROW EXECUTE FUNCTION refuse_gap_in_events();

-- A line of the canonical form: lengths instead of escapes, so that any program can write it.
CREATE FUNCTION event_line(name text, value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT name || COALESCE(' ' || octet_length(value)::text || ' ' || value, ' -') || chr(10)
$$;

-- The text whose hash an event bears: docs/proof.md.
CREATE FUNCTION event_canonical_form(e event) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT 'patravali event ' || e.encoding || chr(10)
    || public.event_line('previous', encode(e.previous_hash, 'hex'))
    || public.event_line('id', e.id::text)
    || public.event_line('organisation', e.organisation_id::text)
    || public.event_line('subject', e.subject_kind || ' ' || e.subject_id)
    || public.event_line('sequence', e.sequence::text)
    || public.event_line('name', e.name)
    || public.event_line('related', e.related_id::text)
    || public.event_line('user', e.user_id::text)
    || public.event_line('post', e.post_id::text)
    || public.event_line('capacity', e.capacity)
    || public.event_line('at', to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
    || public.event_line('reason', e.reason)
    || public.event_line('data', e.data::text)
    || public.event_line('content', e.content_hash)
    || CASE WHEN e.encoding >= 2 THEN public.event_line('rows', encode(e.rows_hash, 'hex')) ELSE '' END
$$;

-- A time for which the clock of a desk was stopped for a file, with the evidence. The days on a desk are working days
-- since the file came, without these.
CREATE TABLE clock_stop (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  file_id uuid NOT NULL,
  -- The movement that brought the file to the desk whose clock it is.
  movement_sequence integer NOT NULL,
  reason text NOT NULL CHECK (reason IN ('other_department', 'court', 'applicant', 'outside_reference', 'call_book')),
  evidence_kind text NOT NULL CHECK (evidence_kind IN ('correspondence', 'note', 'words')),
  evidence_number integer CHECK (evidence_number > 0),
  evidence_words text CHECK (char_length(evidence_words) BETWEEN 1 AND 2000),
  evidence_on date,
  stopped_on date NOT NULL DEFAULT india_today(),
  stopped_at timestamptz NOT NULL DEFAULT office_now(),
  stopped_by_user_id uuid NOT NULL,
  stopped_by_post_id uuid NOT NULL,
  stopped_capacity text NOT NULL CHECK (stopped_capacity IN ('regular', 'additional', 'link')),
  started_on date,
  started_at timestamptz,
  started_by_user_id uuid,
  started_by_post_id uuid,
  started_capacity text CHECK (started_capacity IN ('regular', 'additional', 'link')),
  CONSTRAINT stop_has_evidence
    CHECK (CASE evidence_kind WHEN 'words' THEN num_nonnulls(evidence_words, evidence_on) = 2
      AND evidence_number IS NULL ELSE evidence_number IS NOT NULL
      AND num_nonnulls(evidence_words, evidence_on) = 0 END),
  CONSTRAINT clock_started_wholly
    CHECK (num_nonnulls(started_on, started_at, started_by_user_id, started_by_post_id, started_capacity) IN (0, 5)),
  CONSTRAINT clock_started_later CHECK (started_on >= stopped_on),
  CONSTRAINT stop_on_desk FOREIGN KEY (organisation_id, file_id, movement_sequence)
    REFERENCES movement (organisation_id, file_id, sequence),
  CONSTRAINT clock_stopped_by FOREIGN KEY (organisation_id, stopped_by_user_id)
    REFERENCES office_user (organisation_id, id),
  CONSTRAINT clock_stopped_at FOREIGN KEY (organisation_id, stopped_by_post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT clock_started_by FOREIGN KEY (organisation_id, started_by_user_id)
    REFERENCES office_user (organisation_id, id),
  CONSTRAINT clock_started_at FOREIGN KEY (organisation_id, started_by_post_id) REFERENCES post (organisation_id, id)
);
CREATE UNIQUE INDEX one_stop_at_once ON clock_stop (organisation_id, file_id) WHERE started_at IS NULL;
CREATE INDEX stops_of_desk ON clock_stop (organisation_id, file_id, movement_sequence, stopped_at);

CREATE TRIGGER clock_stop_is_sealed AFTER INSERT OR UPDATE OR DELETE ON clock_stop
  FOR EACH ROW EXECUTE FUNCTION seal_row('id');

CREATE TRIGGER clock_stop_is_kept BEFORE DELETE ON clock_stop FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER clock_stop_is_not_truncated BEFORE TRUNCATE ON clock_stop EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_clock_set_by_hand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the clock of a desk runs by itself' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
END $$;
CREATE TRIGGER clock_runs_by_itself BEFORE UPDATE OF clock_from ON file_custody FOR EACH ROW
  WHEN (OLD.clock_from IS DISTINCT FROM NEW.clock_from AND OLD.movements = NEW.movements
    AND OLD.clock_stopped_on IS NULL)
  EXECUTE FUNCTION refuse_clock_set_by_hand();

-- What travels inside another file comes to each desk with it: its clock begins there anew, and none stands still.
CREATE FUNCTION begin_clock_with_main_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.clock_from := public.india_today();
  IF OLD.clock_stopped_on IS NOT NULL THEN
    UPDATE public.clock_stop s SET started_on = public.india_today(), started_at = public.office_now(),
        started_by_user_id = m.by_user_id, started_by_post_id = m.by_post_id, started_capacity = m.capacity
      FROM public.movement m WHERE m.organisation_id = NEW.organisation_id AND m.file_id = NEW.file_id
        AND m.sequence = NEW.movements AND s.organisation_id = NEW.organisation_id AND s.file_id = NEW.file_id
        AND s.started_at IS NULL;
    NEW.clock_stopped_on := NULL;
    NEW.clock_stopped_for := NULL;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER clock_goes_along BEFORE UPDATE OF holder_post_id ON file_custody FOR EACH ROW
  WHEN (NEW.attached_to_file_id IS NOT NULL AND OLD.holder_post_id IS DISTINCT FROM NEW.holder_post_id)
  EXECUTE FUNCTION begin_clock_with_main_file();

CREATE FUNCTION refuse_stray_stop() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.started_at IS NULL AND EXISTS (SELECT FROM public.file_custody c
      WHERE c.organisation_id = NEW.organisation_id
      AND c.file_id = NEW.file_id AND c.movements = NEW.movement_sequence
      AND c.holder_post_id = NEW.stopped_by_post_id) THEN RETURN NEW; END IF;
  ELSIF OLD.started_at IS NULL AND NEW.started_at IS NOT NULL
    AND to_jsonb(NEW) - '{started_on,started_at,started_by_user_id,started_by_post_id,started_capacity}'::text[]
      = to_jsonb(OLD) - '{started_on,started_at,started_by_user_id,started_by_post_id,started_capacity}'::text[] THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the holder of a file stops the clock of his desk, and it is started once'
    USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
END $$;
CREATE TRIGGER clock_is_stopped_and_started BEFORE INSERT OR UPDATE ON clock_stop
  FOR EACH ROW EXECUTE FUNCTION refuse_stray_stop();

-- At the end of each transaction the clock of a desk is stopped as the stop that has not been started says.
CREATE FUNCTION refuse_custody_unlike_clock() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  c public.file_custody;
  s public.clock_stop;
BEGIN
  SELECT * INTO c FROM public.file_custody WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id;
  SELECT * INTO s FROM public.clock_stop
    WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id AND started_at IS NULL;
  IF (c.clock_stopped_on, c.clock_stopped_for) IS DISTINCT FROM (s.stopped_on, s.reason) THEN
    RAISE EXCEPTION 'the clock of a desk is stopped as its stop says'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER custody_agrees_with_clock AFTER UPDATE ON file_custody
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((OLD.clock_stopped_on, OLD.clock_stopped_for) IS DISTINCT FROM (NEW.clock_stopped_on, NEW.clock_stopped_for))
  EXECUTE FUNCTION refuse_custody_unlike_clock();
CREATE CONSTRAINT TRIGGER stop_stops_clock AFTER INSERT OR UPDATE ON clock_stop
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_custody_unlike_clock();

-- A full file is continued in its next volume, for which the present one is closed for good. As far as reading goes the
-- volumes have one register: who has held one of them has held the file.

-- All volumes of the file of which this is one.
CREATE FUNCTION volumes_of(organisation uuid, volume_id uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  SELECT COALESCE(first_volume_id, id) FROM public.office_file WHERE organisation_id = organisation AND id = volume_id
  UNION ALL SELECT v.id FROM public.office_file f JOIN public.office_file v ON v.organisation_id = f.organisation_id
      AND v.first_volume_id = COALESCE(f.first_volume_id, f.id)
    WHERE f.organisation_id = organisation AND f.id = volume_id
$$;

CREATE FUNCTION volume_before(organisation uuid, volume_id uuid) RETURNS public.file_custody LANGUAGE sql STABLE AS $$
  SELECT c FROM public.file_custody c WHERE c.organisation_id = organisation
    AND c.file_id IN (SELECT public.volumes_of(organisation, volume_id))
    AND c.volume = (SELECT volume - 1 FROM public.office_file WHERE organisation_id = organisation AND id = volume_id)
$$;

-- Numbered after the first, one by one, and each after the one before was closed for it.
CREATE FUNCTION refuse_stray_volume() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE first public.office_file;
BEGIN
  SELECT * INTO first FROM public.office_file WHERE organisation_id = NEW.organisation_id AND id = NEW.first_volume_id;
  IF (first.first_volume_id IS NULL AND first.part IS NULL AND (NEW.head_id, NEW.series) = (first.head_id, first.series)
      AND NEW.number = first.number || '/Vol ' || to_char(NEW.volume, 'FMRN')
      AND EXISTS (SELECT FROM public.file_custody c WHERE c.organisation_id = NEW.organisation_id AND c.continued
        AND c.volume = NEW.volume - 1 AND c.file_id IN (SELECT public.volumes_of(NEW.organisation_id, first.id))))
      IS NOT TRUE THEN
    RAISE EXCEPTION 'the volumes of a file are numbered after it, one by one, each when the one before is closed'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER volume_follows_the_last BEFORE INSERT ON office_file FOR EACH ROW WHEN (NEW.volume IS NOT NULL)
  EXECUTE FUNCTION refuse_stray_volume();

-- It goes on as the one before: graded and urged alike, on the same desk, read by the same posts.
CREATE FUNCTION continue_volume() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE before public.file_custody;
BEGIN
  SELECT * INTO before FROM public.volume_before(NEW.organisation_id, NEW.file_id);
  IF (before.continued AND before.volume = NEW.volume - 1 AND before.closed_by_post_id = NEW.holder_post_id
      AND (before.grading, before.urgency) = (NEW.grading, NEW.urgency)) IS NOT TRUE THEN
    RAISE EXCEPTION 'a volume goes on as the one before' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  NEW.reader_post_ids := ARRAY(SELECT unnest(NEW.reader_post_ids) UNION SELECT unnest(before.reader_post_ids));
  RETURN NEW;
END $$;
CREATE TRIGGER volume_goes_on BEFORE INSERT ON file_custody FOR EACH ROW WHEN (NEW.volume > 1)
  EXECUTE FUNCTION continue_volume();

CREATE FUNCTION refuse_volume_apart() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'office_file' THEN
    IF EXISTS (SELECT FROM public.file_custody c WHERE c.organisation_id = NEW.organisation_id AND c.file_id = NEW.id
      AND c.volume = NEW.volume) THEN RETURN NULL; END IF;
  ELSIF NEW.continued AND EXISTS (SELECT FROM public.file_custody c WHERE c.organisation_id = NEW.organisation_id
      AND c.volume = NEW.volume + 1 AND c.file_id IN (SELECT public.volumes_of(NEW.organisation_id, NEW.file_id))) THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'a volume that is continued stays closed, and the next one is there'
    USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
END $$;
CREATE CONSTRAINT TRIGGER volume_has_custody AFTER INSERT ON office_file DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.volume IS NOT NULL) EXECUTE FUNCTION refuse_volume_apart();
CREATE CONSTRAINT TRIGGER continued_for_good AFTER UPDATE OF continued,
    state ON file_custody DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.continued OR NEW.continued) EXECUTE FUNCTION refuse_volume_apart();

-- Whoever reads a volume finds there where it comes from, unless the one before is graded higher.
CREATE FUNCTION show_volume_before() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE public.file_custody p
    SET reader_post_ids = ARRAY(SELECT unnest(p.reader_post_ids) UNION SELECT unnest(NEW.reader_post_ids))
    FROM public.volume_before(NEW.organisation_id, NEW.file_id) b
    WHERE p.organisation_id = NEW.organisation_id AND p.file_id = b.file_id
      AND array_position(ARRAY['normal', 'confidential', 'secret', 'top_secret'], p.grading)
        <= array_position(ARRAY['normal', 'confidential', 'secret', 'top_secret'], NEW.grading)
      AND NOT p.reader_post_ids @> NEW.reader_post_ids;
  RETURN NULL;
END $$;
CREATE TRIGGER volume_before_is_shown AFTER UPDATE OF reader_post_ids, grading ON file_custody FOR EACH ROW
  WHEN (NEW.volume > 1 AND (OLD.reader_post_ids, OLD.grading) IS DISTINCT FROM (NEW.reader_post_ids, NEW.grading))
  EXECUTE FUNCTION show_volume_before();

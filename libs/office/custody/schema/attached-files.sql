-- A file may be attached to another: it then lies wherever the main file lies. Whichever act moves that, the database
-- moves what is inside in the same statement, and the register of the sub-file says so.

CREATE FUNCTION count_files_inside() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.file_custody c SET attached_files = (SELECT count(*) FROM public.file_custody a
      WHERE a.organisation_id = c.organisation_id AND a.attached_to_file_id = c.file_id)
    WHERE c.organisation_id = NEW.organisation_id AND c.file_id IN (OLD.attached_to_file_id, NEW.attached_to_file_id);
  RETURN NULL;
END $$;
-- Whoever could hang it on a table of his own would write here what he likes.
REVOKE ALL ON FUNCTION count_files_inside() FROM PUBLIC;
CREATE TRIGGER files_inside_are_counted AFTER UPDATE OF attached_to_file_id ON file_custody FOR EACH ROW
  WHEN (OLD.attached_to_file_id IS DISTINCT FROM NEW.attached_to_file_id) EXECUTE FUNCTION count_files_inside();

-- Nobody has sent it, and nothing was asked with it: it came with the main file.
CREATE FUNCTION carry_files_inside() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  main_movement public.movement;
  a public.file_custody;
BEGIN
  SELECT * INTO main_movement FROM public.movement
    WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id AND sequence = NEW.movements;
  FOR a IN SELECT * FROM public.file_custody WHERE organisation_id = NEW.organisation_id
      AND attached_to_file_id = NEW.file_id ORDER BY file_id FOR UPDATE LOOP
    INSERT INTO public.movement (id, organisation_id, file_id, sequence, kind, from_post_id, to_post_id,
        by_user_id, by_post_id, capacity, urgency, notes, with_file_id)
      VALUES (gen_random_uuid(), a.organisation_id, a.file_id, a.movements + 1, 'carried',
        a.holder_post_id, NEW.holder_post_id,
        main_movement.by_user_id, main_movement.by_post_id, main_movement.capacity, a.urgency, a.notes, NEW.file_id);
    UPDATE public.file_custody SET holder_post_id = NEW.holder_post_id, since = public.office_now(), opened_at = NULL,
      movements = a.movements + 1, version = a.version + 1, sender_post_id = NULL, action = NULL, decision = NULL,
      recommended_to = NULL, returned = false, pulled_up = false, due_on = NULL, sent_remarks = NULL,
      reader_post_ids = ARRAY(SELECT unnest(a.reader_post_ids)
        UNION SELECT p.id FROM public.post p WHERE p.organisation_id = NEW.organisation_id
          AND p.id IN (a.holder_post_id, NEW.holder_post_id)
        UNION SELECT unnest(p.superior_post_ids) FROM public.post p WHERE p.organisation_id = NEW.organisation_id
          AND p.id IN (a.holder_post_id, NEW.holder_post_id) AND a.grading = 'normal')
      WHERE organisation_id = a.organisation_id AND file_id = a.file_id;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER files_inside_go_along AFTER UPDATE OF holder_post_id ON file_custody FOR EACH ROW
  WHEN (NEW.attached_files > 0 AND OLD.holder_post_id IS DISTINCT FROM NEW.holder_post_id)
  EXECUTE FUNCTION carry_files_inside();

CREATE FUNCTION refuse_file_inside_astray() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM public.file_custody a LEFT JOIN public.file_custody m
        ON m.organisation_id = a.organisation_id AND m.file_id = a.attached_to_file_id
      WHERE a.organisation_id = NEW.organisation_id AND a.attached_to_file_id IS NOT NULL
        AND NEW.file_id IN (a.file_id, a.attached_to_file_id)
        AND (m.holder_post_id = a.holder_post_id AND m.attached_to_file_id IS NULL AND m.attached_files > 0
          AND array_position(ARRAY['normal', 'confidential', 'secret', 'top_secret'], a.grading)
            <= array_position(ARRAY['normal', 'confidential', 'secret', 'top_secret'], m.grading)) IS NOT TRUE) THEN
    RAISE EXCEPTION 'an attached file lies with its main file, and is graded no higher'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER file_inside_lies_with_its_main AFTER INSERT OR UPDATE ON file_custody
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.attached_to_file_id IS NOT NULL OR NEW.attached_files > 0)
  EXECUTE FUNCTION refuse_file_inside_astray();

-- While a file is away a part of it may be opened, a file of its own until it is incorporated: then its notes stand on
-- the sheet of the main file as well, as they were frozen, with the next numbers there. Each of them names the note of
-- the part that it is, so that both addresses stay.

-- Its number follows from that of the main file, so that no two parts are alike.
CREATE FUNCTION refuse_stray_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  main public.office_file;
  last integer;
BEGIN
  SELECT * INTO main FROM public.office_file WHERE organisation_id = NEW.organisation_id AND id = NEW.main_file_id;
  SELECT COALESCE(max(part), 0) INTO last FROM public.office_file
    WHERE organisation_id = NEW.organisation_id AND main_file_id = NEW.main_file_id;
  IF (main.main_file_id IS NULL AND NEW.part = last + 1
      AND NEW.number = main.number || '/Part ' || to_char(NEW.part, 'FMRN')) IS NOT TRUE THEN
    RAISE EXCEPTION 'the parts of a file are numbered after it, one by one, and have no parts'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER part_follows_the_last BEFORE INSERT ON office_file FOR EACH ROW WHEN (NEW.main_file_id IS NOT NULL)
  EXECUTE FUNCTION refuse_stray_part();

-- It has the subject of its main file: it is never graded below that. A main file that is graded higher takes its parts
-- along in the same transaction.
CREATE FUNCTION refuse_part_below_main() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE looked_at uuid[] := ARRAY[NEW.file_id];
BEGIN
  IF TG_OP = 'UPDATE' AND public.grading_place(NEW.grading) > public.grading_place(OLD.grading) THEN
    looked_at := ARRAY(SELECT id FROM public.office_file
      WHERE organisation_id = NEW.organisation_id AND main_file_id = NEW.file_id);
  END IF;
  IF EXISTS (SELECT FROM public.office_file f
      JOIN public.file_custody p ON p.organisation_id = f.organisation_id AND p.file_id = f.id
      JOIN public.file_custody main ON main.organisation_id = f.organisation_id AND main.file_id = f.main_file_id
      WHERE f.organisation_id = NEW.organisation_id AND f.id = ANY (looked_at)
        AND public.grading_place(p.grading) < public.grading_place(main.grading)) THEN
    RAISE EXCEPTION 'a part is never graded below its main file'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER part_takes_grading_of_main AFTER INSERT ON file_custody FOR EACH ROW
  EXECUTE FUNCTION refuse_part_below_main();
CREATE CONSTRAINT TRIGGER part_never_below_main AFTER UPDATE OF grading ON file_custody
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.grading <> NEW.grading)
  EXECUTE FUNCTION refuse_part_below_main();

CREATE FUNCTION count_parts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.file_custody SET parts = NEW.part
    WHERE organisation_id = NEW.organisation_id AND file_id = NEW.main_file_id;
  RETURN NULL;
END $$;
-- Whoever could hang it on a table of his own would write here what he likes.
REVOKE ALL ON FUNCTION count_parts() FROM PUBLIC;
CREATE TRIGGER parts_are_counted AFTER INSERT ON office_file FOR EACH ROW WHEN (NEW.main_file_id IS NOT NULL)
  EXECUTE FUNCTION count_parts();

-- Whoever reads the sheet on which its notes stand now finds them on the part as well.
CREATE FUNCTION show_parts_to_readers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE public.file_custody p
    SET reader_post_ids = ARRAY(SELECT unnest(p.reader_post_ids) UNION SELECT unnest(NEW.reader_post_ids))
    FROM public.office_file f WHERE f.organisation_id = NEW.organisation_id AND f.main_file_id = NEW.file_id
      AND p.organisation_id = f.organisation_id AND p.file_id = f.id AND p.incorporated AND p.grading = 'normal'
      AND NOT p.reader_post_ids @> NEW.reader_post_ids;
  RETURN NULL;
END $$;
CREATE TRIGGER parts_are_shown_to_readers AFTER UPDATE OF reader_post_ids ON file_custody FOR EACH ROW
  WHEN (NEW.parts > 0 AND NEW.grading = 'normal' AND OLD.reader_post_ids IS DISTINCT FROM NEW.reader_post_ids)
  EXECUTE FUNCTION show_parts_to_readers();

CREATE FUNCTION refuse_part_without_its_notes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT NEW.incorporated OR NOT EXISTS (SELECT FROM public.office_file f WHERE f.organisation_id = NEW.organisation_id
        AND f.id = NEW.file_id AND f.main_file_id IS NOT NULL)
    OR NEW.notes <> (SELECT count(*) FROM public.note n JOIN public.office_file f
        ON f.organisation_id = n.organisation_id AND f.id = NEW.file_id AND f.main_file_id = n.file_id
      WHERE n.organisation_id = NEW.organisation_id AND n.part_file_id = NEW.file_id) THEN
    RAISE EXCEPTION 'the notes of a part are incorporated once, all of them'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER incorporated_for_good AFTER UPDATE ON file_custody DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.incorporated OR NEW.incorporated) EXECUTE FUNCTION refuse_part_without_its_notes();

CREATE FUNCTION refuse_closing_with_open_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM public.office_file f LEFT JOIN public.file_custody c
        ON c.organisation_id = f.organisation_id AND c.file_id = f.id
      WHERE f.organisation_id = NEW.organisation_id AND f.main_file_id = NEW.file_id
        AND c.incorporated IS NOT TRUE) THEN
    RAISE EXCEPTION 'a part of the file is not incorporated' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER closed_without_open_part BEFORE UPDATE OF state ON file_custody FOR EACH ROW
  WHEN (NEW.state = 'closed' AND NEW.parts > 0) EXECUTE FUNCTION refuse_closing_with_open_part();

-- One after the other, from the first; nothing of them is changed but the numbers of the sheet.
CREATE FUNCTION refuse_note_unlike_its_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  n public.note;
  before public.note;
  part_paragraph integer;
BEGIN
  SELECT * INTO n FROM public.note
    WHERE organisation_id = NEW.organisation_id AND file_id = NEW.part_file_id AND number = NEW.part_note;
  SELECT * INTO before FROM public.note
    WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id AND number = NEW.number - 1;
  IF (EXISTS (SELECT FROM public.office_file f JOIN public.file_custody c
          ON c.organisation_id = f.organisation_id AND c.file_id = f.id AND c.incorporated
        WHERE f.organisation_id = NEW.organisation_id AND f.id = NEW.part_file_id AND f.main_file_id = NEW.file_id)
      AND NEW.part_note = CASE WHEN before.part_file_id = NEW.part_file_id THEN before.part_note + 1 ELSE 1 END
      AND (NEW.part_note > 1 OR NOT EXISTS (SELECT FROM public.note o WHERE o.organisation_id = NEW.organisation_id
        AND o.file_id = NEW.file_id AND o.part_file_id = NEW.part_file_id))
      AND NEW.main_note IS NOT DISTINCT FROM n.main_note + (NEW.number - NEW.part_note)
      AND (NEW.first_paragraph IS NULL) = (n.first_paragraph IS NULL)
      AND (NEW.paragraphs, NEW.content, NEW.decision, NEW.recommended_to, NEW.kind, NEW.discussed_with,
          NEW.content_hash,
          NEW.author_user_id, NEW.author_post_id, NEW.capacity, NEW.put_up_by_user_id, NEW.put_up_by_post_id,
          NEW.put_up_capacity, NEW.written_at, NEW.frozen_at)
        IS NOT DISTINCT FROM (n.paragraphs, n.content, n.decision, n.recommended_to, n.kind,
          n.discussed_with, n.content_hash,
          n.author_user_id, n.author_post_id, n.capacity, n.put_up_by_user_id, n.put_up_by_post_id,
          n.put_up_capacity, n.written_at, n.frozen_at)) IS NOT TRUE THEN
    RAISE EXCEPTION 'a note of a part stands on the main sheet as it was frozen'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER incorporated_as_frozen BEFORE INSERT ON note FOR EACH ROW
  WHEN (NEW.part_file_id IS NOT NULL) EXECUTE FUNCTION refuse_note_unlike_its_part();

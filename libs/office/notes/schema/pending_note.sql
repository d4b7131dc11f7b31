-- The note in writing on a file, yellow or green. A yellow one may travel with its file to a superior of its author's
-- post, to be corrected; every other stays on the desk where it is written.
CREATE TABLE pending_note (
  file_id uuid PRIMARY KEY,
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  colour text NOT NULL CHECK (colour IN ('yellow', 'green')),
  content jsonb NOT NULL,
  decision text CHECK (decision IN ('approved', 'not_approved')),
  author_user_id uuid NOT NULL,
  author_post_id uuid NOT NULL,
  saved_at timestamptz NOT NULL DEFAULT office_now(),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  author_capacity text NOT NULL CHECK (author_capacity IN ('regular', 'additional', 'link', 'assistant', 'operator')),
  prepared_by_user_id uuid,
  put_up_by_user_id uuid,
  put_up_by_post_id uuid,
  put_up_capacity text CHECK (put_up_capacity IN ('regular', 'additional', 'link')),
  text_version integer NOT NULL DEFAULT 1 CHECK (text_version > 0),
  kind text NOT NULL DEFAULT 'ordinary'
    CHECK (kind IN ('ordinary', 'running_summary', 'self_contained', 'sectional', 'discussion')),
  main_note integer,
  discussed_with uuid[],
  signature jsonb,
  CONSTRAINT pending_note_of_organisation UNIQUE (organisation_id, file_id),
  CONSTRAINT assistants_do_not_confirm CHECK (colour = 'yellow' OR author_capacity NOT IN ('assistant', 'operator')),
  CONSTRAINT assistant_is_named
    CHECK (author_capacity NOT IN ('assistant', 'operator') OR prepared_by_user_id IS NOT DISTINCT FROM author_user_id),
  CONSTRAINT pending_note_put_up_by_somebody
    CHECK (num_nulls(put_up_by_user_id, put_up_by_post_id, put_up_capacity) IN (0, 3)),
  CONSTRAINT pending_section_has_main_note CHECK ((kind = 'sectional') = (main_note IS NOT NULL)),
  CONSTRAINT pending_discussion_names_posts
    CHECK ((kind = 'discussion') = (discussed_with IS NOT NULL) AND COALESCE(cardinality(discussed_with) BETWEEN 1
      AND 12, true) AND array_position(discussed_with, NULL) IS NULL),
  CONSTRAINT only_green_notes_are_signed CHECK (signature IS NULL OR colour = 'green'),
  CONSTRAINT pending_note_of_file FOREIGN KEY (organisation_id, file_id) REFERENCES office_file (organisation_id, id),
  CONSTRAINT pending_note_author FOREIGN KEY (organisation_id, author_user_id)
    REFERENCES office_user (organisation_id, id),
  CONSTRAINT pending_note_post FOREIGN KEY (organisation_id, author_post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT pending_note_preparer FOREIGN KEY (organisation_id, prepared_by_user_id)
    REFERENCES office_user (organisation_id, id),
  CONSTRAINT pending_note_put_up_by FOREIGN KEY (organisation_id, put_up_by_user_id)
    REFERENCES office_user (organisation_id, id),
  CONSTRAINT pending_note_put_up_from FOREIGN KEY (organisation_id, put_up_by_post_id)
    REFERENCES post (organisation_id, id)
);

-- Until a note that is up for correction is confirmed or comes home, its file goes nowhere else.
CREATE FUNCTION refuse_stray_note() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  c public.file_custody;
  p public.pending_note;
  of_organisation uuid;
  of_file uuid;
BEGIN
  IF TG_OP = 'DELETE' THEN
    of_organisation := OLD.organisation_id; of_file := OLD.file_id;
  ELSE
    of_organisation := NEW.organisation_id; of_file := NEW.file_id;
  END IF;
  SELECT * INTO c FROM public.file_custody WHERE organisation_id = of_organisation AND file_id = of_file;
  SELECT * INTO p FROM public.pending_note WHERE organisation_id = of_organisation AND file_id = of_file;
  IF c.for_correction AND (p.colour = 'yellow' AND p.put_up_by_post_id = c.sender_post_id) IS NOT TRUE
    OR NOT c.for_correction AND p.file_id IS NOT NULL AND (c.holder_post_id = p.put_up_by_post_id
      OR c.holder_post_id = p.author_post_id AND (p.put_up_by_post_id IS NULL OR p.colour = 'green')) IS NOT TRUE THEN
    RAISE EXCEPTION 'a note in writing is on the desk of its author, or up for correction'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER note_is_on_its_desk AFTER INSERT OR UPDATE ON pending_note
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_stray_note();
CREATE CONSTRAINT TRIGGER corrected_note_is_there AFTER DELETE ON pending_note
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.put_up_by_post_id IS NOT NULL)
    EXECUTE FUNCTION refuse_stray_note();
CREATE CONSTRAINT TRIGGER note_stays_on_its_desk AFTER UPDATE ON file_custody
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.holder_post_id IS DISTINCT FROM NEW.holder_post_id OR OLD.for_correction <> NEW.for_correction)
  EXECUTE FUNCTION refuse_stray_note();

-- A version of the note in writing: one for each writing spell of a person. Gone with the note, when it is frozen or
-- discarded.
CREATE TABLE note_version (
  organisation_id uuid NOT NULL,
  file_id uuid NOT NULL,
  number integer NOT NULL,
  content jsonb NOT NULL,
  decision text CHECK (decision IN ('approved', 'not_approved')),
  user_id uuid NOT NULL,
  post_id uuid NOT NULL,
  capacity text NOT NULL CHECK (capacity IN ('regular', 'additional', 'link', 'assistant', 'operator')),
  saved_at timestamptz NOT NULL DEFAULT office_now(),
  kind text NOT NULL DEFAULT 'ordinary'
    CHECK (kind IN ('ordinary', 'running_summary', 'self_contained', 'sectional', 'discussion')),
  main_note integer,
  discussed_with uuid[],
  PRIMARY KEY (organisation_id, file_id, number),
  CONSTRAINT version_section_has_main_note CHECK ((kind = 'sectional') = (main_note IS NOT NULL)),
  CONSTRAINT version_discussion_names_posts
    CHECK ((kind = 'discussion') = (discussed_with IS NOT NULL) AND COALESCE(cardinality(discussed_with) BETWEEN 1
      AND 12, true) AND array_position(discussed_with, NULL) IS NULL),
  CONSTRAINT version_of_pending_note FOREIGN KEY (organisation_id, file_id)
    REFERENCES pending_note (organisation_id, file_id) ON DELETE CASCADE,
  CONSTRAINT note_version_author FOREIGN KEY (organisation_id, user_id) REFERENCES office_user (organisation_id, id),
  CONSTRAINT note_version_post FOREIGN KEY (organisation_id, post_id) REFERENCES post (organisation_id, id)
);

-- Whatever is saved is kept, and nobody writes over what another has written.
CREATE FUNCTION keep_note_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE last public.note_version;
BEGIN
  SELECT * INTO last FROM public.note_version
    WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id ORDER BY number DESC LIMIT 1;
  IF NEW.text_version = last.number AND (last.user_id, last.post_id) = (NEW.author_user_id, NEW.author_post_id) THEN
    UPDATE public.note_version SET content = NEW.content, decision = NEW.decision, kind = NEW.kind,
      main_note = NEW.main_note, discussed_with = NEW.discussed_with, capacity = NEW.author_capacity,
      saved_at = NEW.saved_at
    WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id AND number = last.number;
  ELSIF NEW.text_version = COALESCE(last.number, 0) + 1 THEN
    INSERT INTO public.note_version (organisation_id, file_id, number, content, decision, kind, main_note,
        discussed_with,
        user_id, post_id, capacity, saved_at)
      VALUES (NEW.organisation_id, NEW.file_id, NEW.text_version, NEW.content, NEW.decision, NEW.kind, NEW.main_note,
        NEW.discussed_with, NEW.author_user_id, NEW.author_post_id, NEW.author_capacity, NEW.saved_at);
  ELSE
    RAISE EXCEPTION 'a version of a note is of one person, and follows the one before'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'note_versions_are_kept';
  END IF;
  RETURN NULL;
END $$;
-- Whoever could hang it on a table of his own would write here what he likes.
REVOKE ALL ON FUNCTION keep_note_version() FROM PUBLIC;
CREATE TRIGGER note_versions_are_kept AFTER INSERT OR UPDATE OF content, text_version ON pending_note
  FOR EACH ROW EXECUTE FUNCTION keep_note_version();

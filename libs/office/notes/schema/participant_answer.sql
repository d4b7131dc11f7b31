-- What a participant answers to a note that says he was spoken to: once.
CREATE TABLE participant_answer (
  organisation_id uuid NOT NULL,
  user_id uuid NOT NULL,
  post_id uuid NOT NULL,
  file_id uuid NOT NULL,
  note integer NOT NULL,
  capacity text NOT NULL CHECK (capacity IN ('regular', 'additional', 'link')),
  answer text NOT NULL CHECK (answer IN ('confirmed', 'not_confirmed')),
  remarks text CHECK (char_length(remarks) BETWEEN 1 AND 1000 AND remarks IS NFC NORMALIZED),
  at timestamptz NOT NULL DEFAULT office_now(),
  PRIMARY KEY (organisation_id, user_id, post_id, file_id, note),
  CONSTRAINT not_confirmed_has_remarks CHECK (answer = 'confirmed' OR remarks IS NOT NULL),
  CONSTRAINT answer_of_participant FOREIGN KEY (organisation_id, user_id, post_id, file_id, note)
    REFERENCES note_participant (organisation_id, user_id, post_id, file_id, note)
);

CREATE TRIGGER participant_answer_is_final BEFORE UPDATE OR DELETE ON participant_answer
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER participant_answer_is_not_truncated BEFORE TRUNCATE ON participant_answer
  EXECUTE FUNCTION refuse_change();

CREATE TRIGGER participant_answer_is_sealed AFTER INSERT OR UPDATE OR DELETE ON participant_answer
  FOR EACH ROW EXECUTE FUNCTION seal_row('organisation_id user_id post_id file_id note');

-- A discussion stands on the desk of each of its participants until he has answered.
CREATE FUNCTION enter_discussion_on_desk() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  e public.desk_entry;
BEGIN
  SELECT n.id, n.frozen_at, n.author_post_id INTO e.id, e.since, e.from_post_id FROM public.note n
    WHERE n.organisation_id = NEW.organisation_id AND n.file_id = NEW.file_id AND n.number = NEW.note;
  IF TG_TABLE_NAME = 'participant_answer' THEN
    PERFORM public.leave_desk(NEW.organisation_id, 'discussion', e.id, NEW.post_id);
    RETURN NULL;
  END IF;
  e.organisation_id := NEW.organisation_id;
  e.kind := 'discussion';
  e.post_id := NEW.post_id;
  e.user_id := NEW.user_id;
  e.place := 'desk';
  e.day := 'infinity';
  e.urgency := public.urgency_place('ordinary');
  e.unread := false;
  PERFORM public.enter_on_desk(e);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION enter_discussion_on_desk() FROM PUBLIC;
CREATE TRIGGER discussion_stands_on_desk AFTER INSERT ON note_participant FOR EACH ROW
  EXECUTE FUNCTION enter_discussion_on_desk();
ALTER TABLE note_participant ENABLE ALWAYS TRIGGER discussion_stands_on_desk;
CREATE TRIGGER answered_discussion_leaves_desk AFTER INSERT ON participant_answer FOR EACH ROW
  EXECUTE FUNCTION enter_discussion_on_desk();
ALTER TABLE participant_answer ENABLE ALWAYS TRIGGER answered_discussion_leaves_desk;

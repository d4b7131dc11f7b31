-- With whom a note was discussed, as its author named them.
CREATE TABLE note_participant (
  organisation_id uuid NOT NULL,
  file_id uuid NOT NULL,
  note integer NOT NULL,
  -- In the order in which the author named them.
  place integer NOT NULL CHECK (place BETWEEN 1 AND 12),
  post_id uuid NOT NULL,
  user_id uuid NOT NULL,
  PRIMARY KEY (organisation_id, file_id, note, place),
  CONSTRAINT participating_post_once UNIQUE (organisation_id, file_id, note, post_id),
  -- What a person has discussed from a post is found by it.
  CONSTRAINT participant_once UNIQUE (organisation_id, user_id, post_id, file_id, note),
  CONSTRAINT participant_of_note FOREIGN KEY (organisation_id, file_id, note)
    REFERENCES note (organisation_id, file_id, number),
  CONSTRAINT participant_user FOREIGN KEY (organisation_id, user_id) REFERENCES office_user (organisation_id, id),
  CONSTRAINT participant_post FOREIGN KEY (organisation_id, post_id) REFERENCES post (organisation_id, id)
);

CREATE TRIGGER note_participant_is_final BEFORE UPDATE OR DELETE ON note_participant
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER note_participant_is_not_truncated BEFORE TRUNCATE ON note_participant EXECUTE FUNCTION refuse_change();

CREATE TRIGGER note_participant_is_sealed AFTER INSERT OR UPDATE OR DELETE ON note_participant
  FOR EACH ROW EXECUTE FUNCTION seal_row('organisation_id file_id note place');

CREATE FUNCTION refuse_stray_participant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM public.note n WHERE n.organisation_id = NEW.organisation_id AND n.file_id = NEW.file_id
      AND n.number = NEW.note AND n.discussed_with[NEW.place] = NEW.post_id AND n.author_post_id <> NEW.post_id
      AND n.author_user_id <> NEW.user_id) THEN
    RAISE EXCEPTION 'a note is discussed with those whom it names, and never with its author'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER participant_is_named BEFORE INSERT ON note_participant FOR EACH ROW
  EXECUTE FUNCTION refuse_stray_participant();

CREATE FUNCTION refuse_missing_participant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM public.note_participant t WHERE t.organisation_id = NEW.organisation_id
      AND t.file_id = NEW.file_id AND t.note = NEW.number) <> cardinality(NEW.discussed_with) THEN
    RAISE EXCEPTION 'a discussion note has all of its participants'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER discussion_has_participants AFTER INSERT ON note DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.discussed_with IS NOT NULL AND NEW.part_file_id IS NULL) EXECUTE FUNCTION refuse_missing_participant();

CREATE FUNCTION refuse_participant_without_post() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM public.tenure t WHERE t.organisation_id = NEW.organisation_id AND t.user_id = NEW.user_id
      AND t.post_id = NEW.post_id AND t.kind NOT IN ('assistant', 'operator') AND public.holds_now(t)) THEN
    RAISE EXCEPTION 'a participant holds the post' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER participant_holds_post BEFORE INSERT ON note_participant FOR EACH ROW
  EXECUTE FUNCTION refuse_participant_without_post();

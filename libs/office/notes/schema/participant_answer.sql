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

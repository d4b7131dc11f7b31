-- That the holder of a file was reminded by its sender or by a superior: once a working day by each post.
CREATE TABLE file_reminder (
  organisation_id uuid NOT NULL,
  file_id uuid NOT NULL,
  by_post_id uuid NOT NULL,
  -- The working day for which it counts: on a holiday that is the next.
  day date NOT NULL,
  by_user_id uuid NOT NULL,
  capacity text NOT NULL CHECK (capacity IN ('regular', 'additional', 'link')),
  at timestamptz NOT NULL DEFAULT office_now(),
  to_post_id uuid NOT NULL,
  -- The line of the register that brought the file to that desk.
  movement_sequence integer NOT NULL,
  words text CHECK (char_length(words) BETWEEN 1 AND 500 AND words IS NFC NORMALIZED),
  PRIMARY KEY (organisation_id, file_id, by_post_id, day),
  CONSTRAINT nobody_reminds_himself CHECK (by_post_id <> to_post_id),
  CONSTRAINT reminder_of_file FOREIGN KEY (organisation_id, file_id) REFERENCES office_file (organisation_id, id),
  CONSTRAINT reminder_user FOREIGN KEY (organisation_id, by_user_id) REFERENCES office_user (organisation_id, id),
  CONSTRAINT reminder_from FOREIGN KEY (organisation_id, by_post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT reminder_to FOREIGN KEY (organisation_id, to_post_id) REFERENCES post (organisation_id, id)
);
CREATE INDEX file_reminder_by_time ON file_reminder (organisation_id, file_id, at);

CREATE TRIGGER file_reminder_is_sealed AFTER INSERT OR UPDATE OR DELETE ON file_reminder
  FOR EACH ROW EXECUTE FUNCTION seal_row('organisation_id file_id by_post_id day');

CREATE TRIGGER file_reminder_is_final BEFORE UPDATE OR DELETE ON file_reminder
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER file_reminder_is_not_truncated BEFORE TRUNCATE ON file_reminder EXECUTE FUNCTION refuse_change();

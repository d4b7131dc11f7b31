-- That a post follows a file which it does not hold, and whether it wants to be reminded.
CREATE TABLE followed_file (
  organisation_id uuid NOT NULL,
  post_id uuid NOT NULL,
  file_id uuid NOT NULL,
  followed_at timestamptz NOT NULL DEFAULT office_now(),
  -- How many lines its register of movements had when the post last looked.
  seen_movements integer NOT NULL CHECK (seen_movements > 0),
  remind_on date,
  reminder text CHECK (char_length(reminder) BETWEEN 1 AND 500 AND reminder IS NFC NORMALIZED),
  PRIMARY KEY (organisation_id, post_id, file_id),
  CONSTRAINT reminder_has_day CHECK ((remind_on IS NULL) = (reminder IS NULL)),
  CONSTRAINT following_post FOREIGN KEY (organisation_id, post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT file_followed FOREIGN KEY (organisation_id, file_id) REFERENCES office_file (organisation_id, id)
);
CREATE INDEX followed_by_time ON followed_file (organisation_id, post_id, followed_at, file_id);
CREATE INDEX followed_by_file ON followed_file (organisation_id, file_id);
CREATE INDEX followed_by_reminder ON followed_file (remind_on) WHERE remind_on IS NOT NULL;

CREATE FUNCTION refuse_past_reminder() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'nobody is reminded on a day that has passed'
    USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
END $$;
CREATE TRIGGER reminded_later BEFORE INSERT OR UPDATE OF remind_on ON followed_file FOR EACH ROW
  WHEN (NEW.remind_on < india_today()) EXECUTE FUNCTION refuse_past_reminder();

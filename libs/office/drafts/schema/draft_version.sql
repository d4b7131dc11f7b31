-- A version of a draft, as it was saved at one desk. An approved or earlier one stays as it is.
CREATE TABLE draft_version (
  organisation_id uuid NOT NULL,
  draft_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  content jsonb NOT NULL,
  user_id uuid NOT NULL,
  post_id uuid NOT NULL,
  capacity text NOT NULL CHECK (capacity IN ('regular', 'additional', 'link', 'assistant', 'operator')),
  movement_sequence integer NOT NULL,
  saved_at timestamptz NOT NULL DEFAULT office_now(),
  PRIMARY KEY (organisation_id, draft_id, number),
  CONSTRAINT version_of_draft FOREIGN KEY (organisation_id, draft_id) REFERENCES draft (organisation_id, id),
  CONSTRAINT version_author FOREIGN KEY (organisation_id, user_id) REFERENCES office_user (organisation_id, id),
  CONSTRAINT version_post FOREIGN KEY (organisation_id, post_id) REFERENCES post (organisation_id, id)
);

CREATE FUNCTION refuse_change_of_old_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM draft WHERE organisation_id = OLD.organisation_id AND id = OLD.draft_id
      AND state = 'draft' AND current_version = OLD.number) THEN
    RAISE EXCEPTION 'an approved or earlier version stays as it is'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'old_version_is_final';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER old_version_is_final BEFORE UPDATE ON draft_version FOR EACH ROW
  EXECUTE FUNCTION refuse_change_of_old_version();

CREATE TRIGGER draft_version_is_sealed AFTER INSERT OR UPDATE OR DELETE ON draft_version
  FOR EACH ROW EXECUTE FUNCTION seal_row('organisation_id draft_id number');

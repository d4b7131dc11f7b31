-- How often a person did a costly thing in this minute.
CREATE TABLE recent_use (
  organisation_id uuid NOT NULL,
  user_id uuid NOT NULL,
  operation text NOT NULL,
  since timestamptz NOT NULL DEFAULT clock_timestamp(),
  uses integer NOT NULL CHECK (uses > 0),
  PRIMARY KEY (organisation_id, user_id, operation),
  CONSTRAINT recent_use_user FOREIGN KEY (organisation_id, user_id) REFERENCES office_user (organisation_id, id)
);

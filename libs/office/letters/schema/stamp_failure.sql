-- That an authority for time stamps did not answer for a signature, which waits for it.
CREATE TABLE stamp_failure (
  organisation_id uuid NOT NULL,
  issue_id uuid NOT NULL,
  ordinal integer NOT NULL,
  at timestamptz NOT NULL DEFAULT office_now(),
  PRIMARY KEY (organisation_id, issue_id, ordinal),
  CONSTRAINT stamp_of_signatory FOREIGN KEY (organisation_id, issue_id, ordinal)
    REFERENCES letter_signatory (organisation_id, issue_id, ordinal)
);

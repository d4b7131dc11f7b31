-- The digest of notices that was mailed to a person for a day.
CREATE TABLE notice_digest (
  organisation_id uuid NOT NULL REFERENCES organisation,
  user_id uuid NOT NULL,
  day date NOT NULL,
  since timestamptz NOT NULL,
  until timestamptz NOT NULL,
  mailed_at timestamptz,
  PRIMARY KEY (organisation_id, user_id, day),
  CONSTRAINT notice_digest_goes_forward CHECK (since < until),
  CONSTRAINT notice_digest_organisation_id_user_id_fkey FOREIGN KEY (organisation_id, user_id)
    REFERENCES office_user (organisation_id, id)
);

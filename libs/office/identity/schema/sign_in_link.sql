-- A link with which a person signs in once, and chooses a password.
CREATE TABLE sign_in_link (
  token_hash text PRIMARY KEY,
  organisation_id uuid NOT NULL,
  user_id uuid NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  CONSTRAINT sign_in_link_user FOREIGN KEY (organisation_id, user_id) REFERENCES office_user (organisation_id, id)
);

-- Somebody who is signed in. It can be shown and ended by its id, and ends by itself when it is not used.
CREATE TABLE session (
  token_hash text PRIMARY KEY,
  organisation_id uuid NOT NULL,
  user_id uuid NOT NULL,
  demo boolean NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT session_id_once UNIQUE,
  last_used_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  address text,
  device text,
  confirmed_at timestamptz,
  CONSTRAINT session_of_user FOREIGN KEY (organisation_id, user_id) REFERENCES office_user (organisation_id, id)
);
CREATE INDEX session_by_user ON session (organisation_id, user_id);

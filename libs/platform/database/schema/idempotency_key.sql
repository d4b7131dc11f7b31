-- What a request was answered under its key, for a day: the same request again gets the same answer and does nothing.
CREATE TABLE idempotency_key (
  organisation_id uuid NOT NULL,
  user_id uuid NOT NULL,
  key text NOT NULL,
  request_hash text NOT NULL,
  response jsonb,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organisation_id, user_id, key),
  CONSTRAINT idempotency_key_user FOREIGN KEY (organisation_id, user_id) REFERENCES office_user (organisation_id, id)
);
CREATE INDEX idempotency_key_by_age ON idempotency_key (created_at);

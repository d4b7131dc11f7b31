-- What a person is told. Read, or mailed; deleted after a quarter.
CREATE TABLE notice (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_id uuid NOT NULL REFERENCES organisation,
  user_id uuid NOT NULL,
  post_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind ~ '^[a-z_]+$'),
  subject_kind text NOT NULL CHECK (subject_kind IN ('file', 'receipt', 'key')),
  subject_id uuid NOT NULL,
  -- The event that it tells of; of what the calendar brings, made of the thing and the day.
  cause_id uuid NOT NULL,
  at timestamptz NOT NULL,
  read_at timestamptz,
  mailed_at timestamptz,
  CONSTRAINT notice_once UNIQUE (organisation_id, cause_id, user_id, kind),
  CONSTRAINT notice_organisation_id_user_id_fkey FOREIGN KEY (organisation_id, user_id)
    REFERENCES office_user (organisation_id, id),
  CONSTRAINT notice_organisation_id_post_id_fkey FOREIGN KEY (organisation_id, post_id)
    REFERENCES post (organisation_id, id)
);
CREATE INDEX notice_of_person ON notice (organisation_id, user_id, at DESC, id DESC);
CREATE INDEX notice_unread ON notice (organisation_id, user_id) WHERE read_at IS NULL;
CREATE INDEX notice_by_time ON notice (at);

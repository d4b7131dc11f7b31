-- What a person does or does not want to be told, and by which channel.
CREATE TABLE notice_setting (
  organisation_id uuid NOT NULL REFERENCES organisation,
  user_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind ~ '^[a-z_]+$'),
  channel text NOT NULL CHECK (channel IN ('bell', 'browser', 'email', 'digest')),
  is_on boolean NOT NULL,
  PRIMARY KEY (organisation_id, user_id, kind, channel),
  CONSTRAINT notice_setting_organisation_id_user_id_fkey FOREIGN KEY (organisation_id, user_id)
    REFERENCES office_user (organisation_id, id)
);

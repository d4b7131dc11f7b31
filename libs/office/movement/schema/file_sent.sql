-- That a file was sent from a post, and when last.
CREATE TABLE file_sent (
  organisation_id uuid NOT NULL,
  post_id uuid NOT NULL,
  file_id uuid NOT NULL,
  sent_at timestamptz NOT NULL DEFAULT office_now(),
  PRIMARY KEY (organisation_id, post_id, file_id),
  CONSTRAINT sent_file FOREIGN KEY (organisation_id, file_id) REFERENCES office_file (organisation_id, id)
);
CREATE INDEX sent_by_time ON file_sent (organisation_id, post_id, sent_at, file_id);

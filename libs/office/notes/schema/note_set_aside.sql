-- A note in writing whose file was taken away from the desk: it stays there until it is taken up again.
CREATE TABLE note_set_aside (
  organisation_id uuid NOT NULL,
  file_id uuid NOT NULL,
  id uuid NOT NULL,
  post_id uuid NOT NULL,
  content jsonb NOT NULL,
  decision text CHECK (decision IN ('approved', 'not_approved')),
  kind text NOT NULL CHECK (kind IN ('ordinary', 'running_summary', 'self_contained', 'sectional', 'discussion')),
  main_note integer,
  discussed_with uuid[],
  author_user_id uuid NOT NULL,
  prepared_by_user_id uuid,
  set_aside_at timestamptz NOT NULL DEFAULT office_now(),
  PRIMARY KEY (organisation_id, file_id, id),
  CONSTRAINT set_aside_section_has_main_note CHECK ((kind = 'sectional') = (main_note IS NOT NULL)),
  CONSTRAINT set_aside_discussion_names_posts CHECK ((kind = 'discussion') = (discussed_with IS NOT NULL)),
  CONSTRAINT set_aside_on_file FOREIGN KEY (organisation_id, file_id) REFERENCES office_file (organisation_id, id),
  CONSTRAINT set_aside_at_post FOREIGN KEY (organisation_id, post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT set_aside_author FOREIGN KEY (organisation_id, author_user_id)
    REFERENCES office_user (organisation_id, id),
  CONSTRAINT set_aside_prepared_by FOREIGN KEY (organisation_id, prepared_by_user_id)
    REFERENCES office_user (organisation_id, id)
);

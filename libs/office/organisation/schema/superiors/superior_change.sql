-- A post stands below other superiors than before, and the files that are read because of it are not all told yet: a
-- job goes through them and deletes the row at the end. While it stands, whoever has lost the post reads by the tree
-- and not by the rows of files alone. A trigger of posts writes it.
CREATE TABLE superior_change (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_id uuid NOT NULL,
  post_id uuid NOT NULL,
  -- The posts that stood above it and do not any more.
  lost_post_ids uuid[] NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT office_now(),
  -- How many files there are; nothing while nobody has begun.
  files integer CHECK (files >= 0),
  files_done integer NOT NULL DEFAULT 0 CHECK (files_done >= 0),
  -- The last of them, in the order of their ids.
  last_file_id uuid,
  CONSTRAINT superior_change_post FOREIGN KEY (organisation_id, post_id) REFERENCES post (organisation_id, id)
);
CREATE INDEX superior_change_by_time ON superior_change (organisation_id, changed_at, id);

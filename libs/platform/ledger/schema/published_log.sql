-- The one row that says how far the log has been published, and why it stands, if it does.
CREATE TABLE published_log (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  size bigint NOT NULL CHECK (size >= 0),
  root bytea NOT NULL CHECK (octet_length(root) = 32),
  fault text
    CHECK (fault IN ('older-database', 'older-store', 'older-than-witness', 'other-log', 'damaged-tiles',
      'changed-event', 'no-key')),
  published_at timestamptz
);
INSERT INTO published_log (size, root) VALUES (0, sha256(''));

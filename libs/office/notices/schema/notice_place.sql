-- The one row that says up to where the events of the office have been gone through for notices.
CREATE TABLE notice_place (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  snapshot text NOT NULL,
  at timestamptz NOT NULL
);
INSERT INTO notice_place (snapshot, at) SELECT pg_current_snapshot()::text, clock_timestamp();

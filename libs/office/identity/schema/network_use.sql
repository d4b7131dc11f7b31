-- How often a network used what is open to anybody, in this minute. As recent_use, for strangers.
CREATE TABLE network_use (
  network text NOT NULL,
  operation text NOT NULL,
  since timestamptz NOT NULL DEFAULT clock_timestamp(),
  uses integer NOT NULL CHECK (uses > 0),
  PRIMARY KEY (network, operation)
);
CREATE INDEX network_use_by_age ON network_use (since);

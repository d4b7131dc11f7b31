-- The one row that the office writes to know whether it can write.
CREATE TABLE health_probe (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  asked_at timestamptz NOT NULL
) WITH (fillfactor = 10);
INSERT INTO health_probe (asked_at) VALUES (clock_timestamp());

-- Wrong passwords for a name from a network: counted so, a stranger slows himself and not the name's owner.
CREATE TABLE sign_in_attempt (
  username text NOT NULL,
  network text NOT NULL,
  failures integer NOT NULL CHECK (failures >= 0),
  refusals integer NOT NULL DEFAULT 0,
  last_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  succeeded_at timestamptz,
  PRIMARY KEY (username, network)
);
CREATE INDEX sign_in_attempt_by_network ON sign_in_attempt (network, last_at) WHERE failures > 0;
CREATE INDEX sign_in_attempt_by_age ON sign_in_attempt (last_at);

-- What a service such as eSign was asked for a signatory, until it has answered; the next request comes in its place.
CREATE TABLE esign_request (
  organisation_id uuid NOT NULL,
  issue_id uuid NOT NULL,
  ordinal integer NOT NULL,
  transaction text NOT NULL,
  at timestamptz NOT NULL,
  answered_at timestamptz,
  signature text,
  certificate text,
  PRIMARY KEY (organisation_id, issue_id, ordinal),
  CONSTRAINT esign_transaction UNIQUE (transaction),
  CONSTRAINT esign_signed_with_certificate CHECK ((signature IS NULL) = (certificate IS NULL)),
  CONSTRAINT esign_signed_when_answered CHECK (signature IS NULL OR answered_at IS NOT NULL),
  CONSTRAINT esign_of_signatory FOREIGN KEY (organisation_id, issue_id, ordinal)
    REFERENCES letter_signatory (organisation_id, issue_id, ordinal)
);

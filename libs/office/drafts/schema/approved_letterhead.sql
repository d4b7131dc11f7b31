-- A letterhead, with its emblem, kept once for all letters that were approved with it.
CREATE TABLE approved_letterhead (
  organisation_id uuid NOT NULL REFERENCES organisation,
  sha256 text NOT NULL
    CONSTRAINT approved_letterhead_sha256_check
      CHECK (sha256 = encode(sha256(convert_to(letterhead::text, 'UTF8')), 'hex')),
  letterhead jsonb NOT NULL,
  PRIMARY KEY (organisation_id, sha256)
);

CREATE TRIGGER approved_letterhead_is_final BEFORE UPDATE OR DELETE ON approved_letterhead FOR EACH ROW
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER approved_letterhead_is_not_truncated BEFORE TRUNCATE ON approved_letterhead
  EXECUTE FUNCTION refuse_change();

CREATE TRIGGER approved_letterhead_is_sealed AFTER INSERT OR UPDATE OR DELETE ON approved_letterhead
  FOR EACH ROW EXECUTE FUNCTION seal_row('organisation_id sha256');

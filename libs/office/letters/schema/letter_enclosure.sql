-- A document of the file that a version of a letter encloses, with the hash of its bytes. A trigger takes it from the
-- text, so that both say the same.
CREATE TABLE letter_enclosure (
  organisation_id uuid NOT NULL,
  draft_id uuid NOT NULL,
  draft_version integer NOT NULL,
  place integer NOT NULL CHECK (place > 0),
  document_id uuid NOT NULL,
  sha256 text NOT NULL,
  title text NOT NULL CHECK (title <> ''),
  PRIMARY KEY (organisation_id, draft_id, draft_version, place),
  CONSTRAINT document_enclosed_once UNIQUE (organisation_id, draft_id, draft_version, document_id),
  CONSTRAINT enclosure_of_version FOREIGN KEY (organisation_id, draft_id, draft_version)
    REFERENCES draft_version (organisation_id, draft_id, number),
  CONSTRAINT enclosure_document FOREIGN KEY (organisation_id, document_id, sha256)
    REFERENCES document (organisation_id, id, sha256)
);
CREATE INDEX letter_enclosure_by_document ON letter_enclosure (organisation_id, document_id);

CREATE TRIGGER letter_enclosure_is_sealed AFTER INSERT OR UPDATE OR DELETE ON letter_enclosure
  FOR EACH ROW EXECUTE FUNCTION seal_row('organisation_id draft_id draft_version place');

CREATE TRIGGER letter_enclosure_is_not_truncated BEFORE TRUNCATE ON letter_enclosure EXECUTE FUNCTION refuse_change();

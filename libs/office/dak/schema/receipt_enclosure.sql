-- A document that came with a letter from within the office.
CREATE TABLE receipt_enclosure (
  organisation_id uuid NOT NULL,
  receipt_id uuid NOT NULL,
  place integer NOT NULL CHECK (place > 0),
  document_id uuid NOT NULL,
  sha256 text NOT NULL,
  title text NOT NULL CHECK (title <> ''),
  PRIMARY KEY (organisation_id, receipt_id, place),
  CONSTRAINT enclosure_of_receipt FOREIGN KEY (organisation_id, receipt_id) REFERENCES receipt (organisation_id, id),
  CONSTRAINT receipt_enclosure_document FOREIGN KEY (organisation_id, document_id, sha256)
    REFERENCES document (organisation_id, id, sha256)
);
CREATE INDEX receipt_enclosure_by_document ON receipt_enclosure (organisation_id, document_id);

CREATE TRIGGER receipt_enclosure_is_sealed AFTER INSERT OR UPDATE OR DELETE ON receipt_enclosure
  FOR EACH ROW EXECUTE FUNCTION seal_row('organisation_id receipt_id place');

CREATE TRIGGER receipt_enclosure_is_final BEFORE UPDATE OR DELETE ON receipt_enclosure FOR EACH ROW
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER receipt_enclosure_is_not_truncated BEFORE TRUNCATE ON receipt_enclosure EXECUTE FUNCTION refuse_change();

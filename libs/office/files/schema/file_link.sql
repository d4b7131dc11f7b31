-- Two files that concern each other and stay independent: one row for both, which goes when they are unlinked.
CREATE TABLE file_link (
  organisation_id uuid NOT NULL,
  file_id uuid NOT NULL,
  other_file_id uuid NOT NULL,
  linked_at timestamptz NOT NULL DEFAULT office_now(),
  PRIMARY KEY (organisation_id, file_id, other_file_id),
  -- One row for both, and no file is linked to itself.
  CONSTRAINT linked_in_order CHECK (file_id < other_file_id),
  CONSTRAINT linked_file FOREIGN KEY (organisation_id, file_id) REFERENCES office_file (organisation_id, id),
  CONSTRAINT linked_other FOREIGN KEY (organisation_id, other_file_id) REFERENCES office_file (organisation_id, id)
);
CREATE INDEX file_link_by_other ON file_link (organisation_id, other_file_id);

CREATE TRIGGER file_link_is_sealed AFTER INSERT OR UPDATE OR DELETE ON file_link
  FOR EACH ROW EXECUTE FUNCTION seal_row('organisation_id file_id other_file_id');

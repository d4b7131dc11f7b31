-- That the receiving desk opened a file after this movement.
CREATE TABLE file_opening (
  organisation_id uuid NOT NULL,
  file_id uuid NOT NULL,
  movement_sequence integer NOT NULL,
  at timestamptz NOT NULL DEFAULT office_now(),
  PRIMARY KEY (organisation_id, file_id, movement_sequence),
  CONSTRAINT opening_of_movement FOREIGN KEY (organisation_id, file_id, movement_sequence)
    REFERENCES movement (organisation_id, file_id, sequence)
);

CREATE TRIGGER file_opening_is_sealed AFTER INSERT OR UPDATE OR DELETE ON file_opening
  FOR EACH ROW EXECUTE FUNCTION seal_row('organisation_id file_id movement_sequence');

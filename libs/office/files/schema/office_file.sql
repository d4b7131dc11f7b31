-- The cover of a file: its number and subject, rarely changed. A part is a file of its own until it is incorporated; a
-- further volume is a file of its own with the number of the first.
CREATE TABLE office_file (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  number text NOT NULL,
  computer_number integer NOT NULL CHECK (computer_number > 0),
  unit_id uuid NOT NULL,
  head_id uuid NOT NULL,
  series text NOT NULL,
  subject text NOT NULL CHECK (subject <> '' AND subject IS NFC NORMALIZED),
  cover_remarks text,
  created_by_user_id uuid NOT NULL,
  created_by_post_id uuid NOT NULL,
  created_capacity text NOT NULL CHECK (created_capacity IN ('regular', 'additional', 'link')),
  created_at timestamptz NOT NULL DEFAULT office_now(),
  main_file_id uuid,
  part integer CHECK (part > 0),
  first_volume_id uuid,
  volume integer CHECK (volume > 1),
  -- As letters in Hindi print it, where it reads otherwise there.
  number_hi text,
  CONSTRAINT file_of_organisation UNIQUE (organisation_id, id),
  CONSTRAINT file_number_once UNIQUE (organisation_id, number),
  CONSTRAINT file_number_hi_once UNIQUE (organisation_id, number_hi),
  CONSTRAINT file_reads_otherwise_in_hindi CHECK (number_hi <> number),
  CONSTRAINT computer_number_once UNIQUE (organisation_id, computer_number),
  CONSTRAINT part_has_main_file CHECK ((main_file_id IS NULL) = (part IS NULL)),
  CONSTRAINT volume_has_first CHECK ((first_volume_id IS NULL) = (volume IS NULL)),
  CONSTRAINT part_has_no_volumes CHECK (num_nonnulls(part, volume) < 2),
  CONSTRAINT file_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit (organisation_id, id),
  CONSTRAINT file_head FOREIGN KEY (organisation_id, head_id) REFERENCES number_head (organisation_id, id),
  CONSTRAINT file_creator FOREIGN KEY (organisation_id, created_by_user_id)
    REFERENCES office_user (organisation_id, id),
  CONSTRAINT file_created_from FOREIGN KEY (organisation_id, created_by_post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT part_of_file FOREIGN KEY (organisation_id, main_file_id) REFERENCES office_file (organisation_id, id),
  CONSTRAINT volume_of_file FOREIGN KEY (organisation_id, first_volume_id) REFERENCES office_file (organisation_id, id)
);
CREATE INDEX file_by_creator ON office_file (organisation_id, created_by_post_id, created_at, id);
CREATE INDEX file_parts ON office_file (organisation_id, main_file_id, part) WHERE main_file_id IS NOT NULL;
CREATE INDEX file_volumes ON office_file (organisation_id, first_volume_id, volume) WHERE first_volume_id IS NOT NULL;
CREATE INDEX file_by_unit ON office_file (organisation_id, unit_id, computer_number);

CREATE TRIGGER office_file_is_sealed AFTER INSERT OR UPDATE OR DELETE ON office_file
  FOR EACH ROW EXECUTE FUNCTION seal_row('id');

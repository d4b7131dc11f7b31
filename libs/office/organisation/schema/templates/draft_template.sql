-- A text from which drafts begin, of the office or of a unit.
CREATE TABLE draft_template (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  unit_id uuid,
  code text NOT NULL CHECK (code <> '' AND code IS NFC NORMALIZED),
  name_hi text NOT NULL CHECK (name_hi <> ''),
  name_en text NOT NULL CHECK (name_en <> ''),
  form text NOT NULL
    CHECK (form IN ('letter', 'do_letter', 'office_memorandum', 'office_order', 'order', 'notification', 'resolution',
      'endorsement', 'id_note', 'press_note', 'minutes', 'reminder')),
  language text NOT NULL CHECK (language IN ('hi', 'en', 'bilingual')),
  content jsonb NOT NULL,
  series text CHECK (series LIKE '%{serial}%' AND series LIKE '%{year}%'),
  in_use boolean NOT NULL DEFAULT true,
  CONSTRAINT draft_template_of_organisation UNIQUE (organisation_id, id),
  CONSTRAINT draft_template_code_once UNIQUE NULLS NOT DISTINCT (organisation_id, unit_id, code),
  CONSTRAINT draft_template_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit (organisation_id, id)
);

CREATE TRIGGER draft_template_is_sealed AFTER INSERT OR UPDATE OR DELETE ON draft_template
  FOR EACH ROW EXECUTE FUNCTION seal_row('id');

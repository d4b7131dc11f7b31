-- A sentence that people write often, kept for one person, a unit or the office: no more than 50 of each, as places are
-- given once.
CREATE TABLE quick_phrase (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  user_id uuid,
  unit_id uuid,
  text_hi text CHECK (char_length(text_hi) BETWEEN 1 AND 500 AND text_hi IS NFC NORMALIZED),
  text_en text CHECK (char_length(text_en) BETWEEN 1 AND 500 AND text_en IS NFC NORMALIZED),
  place integer NOT NULL CHECK (place BETWEEN 1 AND 50),
  version integer NOT NULL DEFAULT 1 CHECK (version >= 1),
  CONSTRAINT quick_phrase_of_person UNIQUE (organisation_id, user_id, place) DEFERRABLE,
  CONSTRAINT quick_phrase_of_unit UNIQUE (organisation_id, unit_id, place) DEFERRABLE,
  CONSTRAINT quick_phrase_of_office
    EXCLUDE USING btree (organisation_id WITH =, place WITH =) WHERE (num_nonnulls(user_id, unit_id) = 0) DEFERRABLE,
  CONSTRAINT quick_phrase_has_words CHECK (num_nonnulls(text_hi, text_en) > 0),
  CONSTRAINT quick_phrase_has_one_owner CHECK (num_nonnulls(user_id, unit_id) <= 1),
  CONSTRAINT quick_phrase_organisation_id_user_id_fkey FOREIGN KEY (organisation_id, user_id)
    REFERENCES office_user (organisation_id, id),
  CONSTRAINT quick_phrase_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id)
    REFERENCES unit (organisation_id, id)
);

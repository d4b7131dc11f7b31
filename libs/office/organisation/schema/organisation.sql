-- An office. All rows that are not of the program itself are of one: `organisation_id`.
CREATE TABLE organisation (
  id uuid PRIMARY KEY,
  name_hi text NOT NULL CHECK (name_hi <> ''),
  name_en text NOT NULL CHECK (name_en <> ''),
  address_hi text NOT NULL,
  address_en text NOT NULL,
  phone text,
  email text,
  demo boolean NOT NULL DEFAULT false,
  desk_limit_days smallint NOT NULL DEFAULT 7 CHECK (desk_limit_days BETWEEN 1 AND 60),
  letter_layout text NOT NULL DEFAULT 'central' CHECK (letter_layout IN ('central', 'uttar_pradesh')),
  place_hi text,
  place_en text,
  signed_forms text[] NOT NULL DEFAULT '{}'
    CONSTRAINT organisation_signed_forms_known CHECK (signed_forms <@ ARRAY['letter', 'do_letter', 'office_memorandum',
      'office_order', 'order', 'notification', 'resolution', 'endorsement', 'id_note', 'press_note', 'minutes',
      'reminder']),
  letterhead_languages text NOT NULL DEFAULT 'bilingual' CHECK (letterhead_languages IN ('hi', 'en', 'bilingual')),
  letterhead_colour text CHECK (letterhead_colour ~ '^#[0-9a-f]{6}$'),
  emblem text CHECK (char_length(emblem) BETWEEN 1 AND 87384),
  signed_notes boolean NOT NULL DEFAULT false,
  -- Whether nothing is signed while nobody says that the certificate is not revoked; null: it is signed.
  refuses_unchecked boolean,
  state text CHECK (state ~ '^[A-Z]{2}$'),
  -- What is named in one language alone bears that name in both.
  kept_languages text NOT NULL DEFAULT 'bilingual' CHECK (kept_languages IN ('hi', 'en', 'bilingual')),
  CONSTRAINT place_in_both_languages CHECK ((place_hi IS NULL) = (place_en IS NULL)),
  CONSTRAINT letterhead_in_kept_languages CHECK (kept_languages IN ('bilingual', letterhead_languages))
);

-- An event of a person or a post is of the organisation by these; only one of nobody has to be held against it.
CREATE FUNCTION refuse_event_of_nowhere() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM public.organisation WHERE id = NEW.organisation_id) THEN
    RAISE EXCEPTION 'an event is of an organisation' USING ERRCODE = 'foreign_key_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER event_of_organisation BEFORE INSERT ON event FOR EACH ROW
  WHEN (NEW.user_id IS NULL AND NEW.post_id IS NULL) EXECUTE FUNCTION refuse_event_of_nowhere();

CREATE TRIGGER organisation_is_sealed AFTER INSERT OR UPDATE OR DELETE ON organisation
  FOR EACH ROW EXECUTE FUNCTION seal_row('id');

-- The signature of its author under a note, over the note as it was confirmed, before it had its number. It waits with
-- the green note and freezes with it.
CREATE TABLE note_signature (
  organisation_id uuid NOT NULL,
  file_id uuid NOT NULL,
  note integer NOT NULL,
  key_id uuid NOT NULL,
  fingerprint text NOT NULL CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
  at timestamptz NOT NULL,
  signed text NOT NULL,
  cms text NOT NULL,
  root_fingerprint text CHECK (root_fingerprint ~ '^[0-9a-f]{64}$'),
  revocation text CHECK (revocation IN ('good', 'not_checked')),
  PRIMARY KEY (organisation_id, file_id, note),
  CONSTRAINT signature_of_note FOREIGN KEY (organisation_id, file_id, note)
    REFERENCES note (organisation_id, file_id, number),
  CONSTRAINT note_signed_with_key FOREIGN KEY (organisation_id, key_id) REFERENCES signing_key (organisation_id, id)
);
CREATE INDEX note_signature_by_key ON note_signature (organisation_id, key_id);

CREATE TRIGGER note_signature_is_sealed AFTER INSERT OR UPDATE OR DELETE ON note_signature
  FOR EACH ROW EXECUTE FUNCTION seal_row('organisation_id file_id note');

CREATE TRIGGER note_signature_is_final BEFORE UPDATE OR DELETE ON note_signature
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER note_signature_is_not_truncated BEFORE TRUNCATE ON note_signature EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_signature_of_another_note() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM public.note n JOIN public.signing_key k
        ON k.organisation_id = n.organisation_id AND k.id = NEW.key_id AND k.user_id = n.author_user_id
      WHERE n.organisation_id = NEW.organisation_id AND n.file_id = NEW.file_id AND n.number = NEW.note
        AND k.fingerprint = NEW.fingerprint AND NEW.at BETWEEN k.valid_from AND k.valid_until
        AND NEW.signed::jsonb ->> 'noteId' = n.id::text AND NEW.signed::jsonb ->> 'decision' IS NOT DISTINCT
          FROM n.decision
        AND normalize((NEW.signed::jsonb -> 'text')::text) = normalize(n.content::text)) THEN
    RAISE EXCEPTION 'a note freezes with the signature of its author over its own words'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'note_is_as_signed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER note_is_as_signed BEFORE INSERT ON note_signature FOR EACH ROW
  EXECUTE FUNCTION refuse_signature_of_another_note();

CREATE TRIGGER note_signed_with_bound_key BEFORE INSERT ON note_signature FOR EACH ROW
  EXECUTE FUNCTION refuse_unbound_signature();

CREATE FUNCTION refuse_unsigned_note() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM public.organisation WHERE id = NEW.organisation_id AND signed_notes)
      AND NOT EXISTS (SELECT FROM public.note_signature
        WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id AND note = NEW.number) THEN
    RAISE EXCEPTION 'in this office notes are signed by their authors'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'notes_are_signed';
  END IF;
  RETURN NULL;
END $$;
-- An opinion is answered in one act, and a note of a part is signed where it was written.
CREATE CONSTRAINT TRIGGER notes_are_signed AFTER INSERT ON note DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.part_file_id IS NULL) EXECUTE FUNCTION refuse_unsigned_note();

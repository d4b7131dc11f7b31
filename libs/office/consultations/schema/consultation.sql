-- A question that the holder of a file asks several posts. What they are shown is a document that is final once it is
-- there.
CREATE TABLE consultation (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  file_id uuid NOT NULL,
  -- Given by a trigger.
  sequence integer NOT NULL,
  question text NOT NULL CHECK (char_length(question) BETWEEN 1 AND 2000 AND question IS NFC NORMALIZED),
  asked_by_user_id uuid NOT NULL,
  asked_by_post_id uuid NOT NULL,
  asked_capacity text NOT NULL CHECK (asked_capacity IN ('regular', 'additional', 'link')),
  asked_at timestamptz NOT NULL DEFAULT office_now(),
  language text NOT NULL CHECK (language IN ('hi', 'en')),
  -- What was on the file: the snapshot goes so far.
  notes integer NOT NULL CHECK (notes >= 0),
  correspondence integer NOT NULL CHECK (correspondence >= 0),
  pages integer NOT NULL CHECK (pages >= 0),
  snapshot text NOT NULL DEFAULT 'waiting' CHECK (snapshot IN ('waiting', 'ready', 'failed')),
  document_id uuid,
  CONSTRAINT consultation_of_file_once UNIQUE (organisation_id, file_id, sequence),
  CONSTRAINT consultation_of_its_file UNIQUE (organisation_id, file_id, id),
  CONSTRAINT snapshot_is_there CHECK ((snapshot = 'ready') = (document_id IS NOT NULL)),
  CONSTRAINT consultation_file FOREIGN KEY (organisation_id, file_id) REFERENCES office_file (organisation_id, id),
  CONSTRAINT consultation_user FOREIGN KEY (organisation_id, asked_by_user_id)
    REFERENCES office_user (organisation_id, id),
  CONSTRAINT consultation_post FOREIGN KEY (organisation_id, asked_by_post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT consultation_document FOREIGN KEY (organisation_id, document_id) REFERENCES document (organisation_id, id)
);
CREATE INDEX consultation_by_document ON consultation (organisation_id, document_id) WHERE document_id IS NOT NULL;

CREATE TRIGGER consultation_is_sealed AFTER INSERT OR UPDATE OR DELETE ON consultation
  FOR EACH ROW EXECUTE FUNCTION seal_row('id');

CREATE TRIGGER consultation_is_kept BEFORE DELETE ON consultation FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER consultation_is_not_truncated BEFORE TRUNCATE ON consultation EXECUTE FUNCTION refuse_change();

CREATE FUNCTION number_consultation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT COALESCE(max(sequence), 0) + 1 INTO NEW.sequence FROM public.consultation
    WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id;
  RETURN NEW;
END $$;
CREATE TRIGGER consultation_is_numbered BEFORE INSERT ON consultation FOR EACH ROW
  EXECUTE FUNCTION number_consultation();

CREATE FUNCTION refuse_other_snapshot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was asked stands, and a snapshot is final'
    USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
END $$;
CREATE TRIGGER snapshot_is_final BEFORE UPDATE ON consultation FOR EACH ROW
  WHEN (OLD.snapshot = 'ready'
    OR to_jsonb(OLD) - '{snapshot,document_id}'::text[] <> to_jsonb(NEW) - '{snapshot,document_id}'::text[])
  EXECUTE FUNCTION refuse_other_snapshot();

-- Nobody is asked about nothing. What is in writing is not on the file yet.
CREATE FUNCTION refuse_question_about_nothing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'there is a note or a page about which is asked'
    USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
END $$;
CREATE TRIGGER something_is_asked_about BEFORE INSERT ON consultation FOR EACH ROW
  WHEN (NEW.notes = 0 AND NEW.pages = 0) EXECUTE FUNCTION refuse_question_about_nothing();

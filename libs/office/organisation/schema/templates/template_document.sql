-- A document that goes with the drafts that begin from a template. Taken off, it goes with no new draft, and the row
-- stays: it goes on with the drafts that have begun.
CREATE TABLE template_document (
  organisation_id uuid NOT NULL,
  document_id uuid NOT NULL,
  sha256 text NOT NULL,
  pages integer NOT NULL CHECK (pages > 0),
  template_id uuid NOT NULL,
  place integer NOT NULL CHECK (place BETWEEN 1 AND 20),
  title text NOT NULL CHECK (title <> ''),
  taken_off boolean NOT NULL DEFAULT false,
  PRIMARY KEY (organisation_id, document_id),
  CONSTRAINT document_of_template FOREIGN KEY (organisation_id, template_id)
    REFERENCES draft_template (organisation_id, id),
  CONSTRAINT template_document_bytes FOREIGN KEY (organisation_id, document_id, sha256)
    REFERENCES document (organisation_id, id, sha256)
);
CREATE UNIQUE INDEX template_document_place ON template_document (organisation_id, template_id, place)
  WHERE NOT taken_off;

CREATE TRIGGER template_document_is_sealed AFTER INSERT OR UPDATE OR DELETE ON template_document
  FOR EACH ROW EXECUTE FUNCTION seal_row('organisation_id document_id');

CREATE FUNCTION refuse_change_of_template_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NOT OLD.taken_off AND NEW.taken_off
      AND to_jsonb(NEW) - 'taken_off' = to_jsonb(OLD) - 'taken_off' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% of % is not allowed: a document is taken off once, and nothing else changes', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege', CONSTRAINT = 'template_document_is_final';
END $$;
CREATE TRIGGER template_document_is_final BEFORE UPDATE OR DELETE ON template_document
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_template_document();
CREATE TRIGGER template_document_is_not_truncated BEFORE TRUNCATE ON template_document
  EXECUTE FUNCTION refuse_change_of_template_document();

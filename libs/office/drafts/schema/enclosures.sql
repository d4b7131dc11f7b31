-- A version of a letter encloses documents that lie on its file, or go with the template that it began from; they are
-- fixed with it.

-- Takes the enclosures from the text of the version.
CREATE FUNCTION list_letter_enclosures() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM public.letter_enclosure
    WHERE organisation_id = NEW.organisation_id AND draft_id = NEW.draft_id AND draft_version = NEW.number;
  INSERT INTO public.letter_enclosure (organisation_id, draft_id, draft_version, place, document_id, sha256, title)
    SELECT NEW.organisation_id, NEW.draft_id, NEW.number, place, (enclosed ->> 'documentId')::uuid,
      enclosed ->> 'sha256', enclosed ->> 'title'
    FROM jsonb_array_elements(NEW.content -> 'enclosedDocuments') WITH ORDINALITY AS of_text (enclosed, place);
  RETURN NULL;
END $$;
CREATE TRIGGER letter_enclosures_are_listed AFTER INSERT OR UPDATE OF content ON draft_version FOR EACH ROW
  EXECUTE FUNCTION list_letter_enclosures();

CREATE FUNCTION refuse_foreign_enclosure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM public.draft d JOIN public.correspondence k ON k.organisation_id = d.organisation_id
      AND k.file_id = d.file_id AND k.document_id = NEW.document_id AND k.detached_at IS NULL
      WHERE d.organisation_id = NEW.organisation_id AND d.id = NEW.draft_id)
    AND NOT EXISTS (SELECT FROM public.draft d JOIN public.template_document t ON t.organisation_id = d.organisation_id
      AND t.template_id = d.template_id AND t.document_id = NEW.document_id
      WHERE d.organisation_id = NEW.organisation_id AND d.id = NEW.draft_id) THEN
    RAISE EXCEPTION 'a letter encloses what lies on its file, or goes with its template'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'enclosed_from_its_file';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER enclosed_from_its_file BEFORE INSERT OR UPDATE ON letter_enclosure FOR EACH ROW
  EXECUTE FUNCTION refuse_foreign_enclosure();

CREATE FUNCTION refuse_change_of_enclosures() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE enclosure public.letter_enclosure;
BEGIN
  IF TG_OP = 'INSERT' THEN enclosure := NEW; ELSE enclosure := OLD; END IF;
  IF TG_OP = 'UPDATE' OR EXISTS (SELECT FROM public.draft d WHERE d.organisation_id = enclosure.organisation_id
      AND d.id = enclosure.draft_id
      AND (d.approved_version >= enclosure.draft_version OR d.current_version > enclosure.draft_version)) THEN
    RAISE EXCEPTION 'the enclosures of an approved or earlier version stay as they are'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'enclosures_as_approved';
  END IF;
  RETURN enclosure;
END $$;
CREATE TRIGGER enclosures_as_approved BEFORE INSERT OR UPDATE OR DELETE ON letter_enclosure FOR EACH ROW
  EXECUTE FUNCTION refuse_change_of_enclosures();

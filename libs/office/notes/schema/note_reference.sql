-- That a note refers to a page of the correspondence or to another note, to be found from the other end. It follows
-- from the texts of the frozen notes; only a trigger writes it.
CREATE TABLE note_reference (
  organisation_id uuid NOT NULL,
  file_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('correspondence', 'note')),
  -- Of the page, or of the note.
  number integer NOT NULL CHECK (number > 0),
  note integer NOT NULL,
  PRIMARY KEY (organisation_id, file_id, kind, number, note),
  CONSTRAINT reference_of_note FOREIGN KEY (organisation_id, file_id, note)
    REFERENCES note (organisation_id, file_id, number)
);

-- Of a text in whichever version, at any depth.
CREATE FUNCTION references_in(content jsonb) RETURNS TABLE (kind text, number integer)
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT DISTINCT target ->> 'kind', COALESCE(target -> 'page', target -> 'note')::integer
  FROM jsonb_path_query(content, 'strict $.** ? (@.type == "reference").to ? (
    @.kind == "correspondence" && @.page > 0 && @.page < 2147483648
        || @.kind == "note" && @.note > 0 && @.note < 2147483648)',
    '{}', true) AS found (target)
$$;

CREATE FUNCTION list_references() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.note_reference
    SELECT NEW.organisation_id, NEW.file_id, found.kind, found.number, NEW.number
      FROM public.references_in(NEW.content) found;
  RETURN NULL;
END $$;
-- Whoever could hang it on a table of his own would write here what he likes.
REVOKE ALL ON FUNCTION list_references() FROM PUBLIC;
CREATE TRIGGER references_are_listed AFTER INSERT ON note FOR EACH ROW
  WHEN (NEW.part_file_id IS NULL AND NEW.content @? 'strict $.** ? (@.type == "reference")')
  EXECUTE FUNCTION list_references();
ALTER TABLE note ENABLE ALWAYS TRIGGER references_are_listed;

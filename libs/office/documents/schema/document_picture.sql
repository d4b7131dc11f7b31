-- A picture of which a page of a document was made, as it came. It goes with its document.
CREATE TABLE document_picture (
  document_id uuid NOT NULL,
  page integer NOT NULL CHECK (page > 0),
  organisation_id uuid NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint NOT NULL CHECK (size > 0),
  format text NOT NULL CHECK (format IN ('jpeg', 'png')),
  file_name text NOT NULL,
  PRIMARY KEY (document_id, page),
  CONSTRAINT document_picture_of_document FOREIGN KEY (organisation_id, document_id)
    REFERENCES document (organisation_id, id) ON DELETE CASCADE
);
CREATE INDEX document_picture_by_hash ON document_picture (sha256);

CREATE TRIGGER document_picture_is_sealed AFTER INSERT OR UPDATE OR DELETE ON document_picture
  FOR EACH ROW EXECUTE FUNCTION seal_row('document_id page');
CREATE TRIGGER document_picture_is_final BEFORE UPDATE ON document_picture
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER document_picture_is_not_truncated BEFORE TRUNCATE ON document_picture
  EXECUTE FUNCTION refuse_change();

CREATE FUNCTION check_pictures_are_pages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM public.document d WHERE d.id = NEW.document_id AND d.pages IS DISTINCT FROM
      (SELECT CASE WHEN count(*) = max(p.page) THEN max(p.page) END
       FROM public.document_picture p WHERE p.document_id = d.id)) THEN
    RAISE EXCEPTION 'a document that is made of pictures has one for each page'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'pictures_are_pages';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER pictures_are_pages AFTER INSERT ON document_picture DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION check_pictures_are_pages();

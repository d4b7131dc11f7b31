-- A stored PDF. One that nothing has used for a week may be deleted; what something names is held by foreign keys.
CREATE TABLE document (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint NOT NULL CHECK (size > 0),
  pages integer NOT NULL CHECK (pages > 0),
  file_name text NOT NULL,
  has_text boolean NOT NULL,
  uploaded_by_user_id uuid NOT NULL,
  uploaded_by_post_id uuid NOT NULL,
  uploaded_at timestamptz NOT NULL DEFAULT office_now(),
  active text[] CHECK (active <@
      ARRAY['javascript', 'launch', 'attachment', 'xfa', 'submit', 'media', 'link', 'polyglot']),
  made_here boolean NOT NULL DEFAULT false,
  CONSTRAINT document_of_organisation UNIQUE (organisation_id, id),
  CONSTRAINT document_has_content UNIQUE (organisation_id, id, sha256),
  CONSTRAINT document_uploader FOREIGN KEY (organisation_id, uploaded_by_user_id)
    REFERENCES office_user (organisation_id, id),
  CONSTRAINT document_post FOREIGN KEY (organisation_id, uploaded_by_post_id) REFERENCES post (organisation_id, id)
);
CREATE INDEX document_by_hash ON document (sha256);
CREATE INDEX document_by_upload ON document (uploaded_at);
CREATE INDEX document_by_uploader ON document (organisation_id, uploaded_by_user_id, uploaded_at);

CREATE TRIGGER document_is_sealed AFTER INSERT OR UPDATE OR DELETE ON document
  FOR EACH ROW EXECUTE FUNCTION seal_row('id');

CREATE FUNCTION refuse_young_document_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.uploaded_at > office_now() - INTERVAL '7 days' THEN
    RAISE EXCEPTION 'a document is kept for a week'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'document_is_kept_for_a_week';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER document_is_kept_for_a_week BEFORE DELETE ON document
  FOR EACH ROW EXECUTE FUNCTION refuse_young_document_deleted();

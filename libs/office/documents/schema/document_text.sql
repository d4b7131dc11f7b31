-- How far the reading of a scan has come. It goes with its document, whose bytes are never changed for it.
CREATE TABLE document_text (
  document_id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'failed')),
  scans integer[],
  attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  next_at timestamptz NOT NULL DEFAULT office_now(),
  own jsonb CHECK (jsonb_typeof(own) = 'array'),
  CONSTRAINT document_text_organisation_id_document_id_key UNIQUE (organisation_id, document_id),
  CONSTRAINT document_text_known_when_done CHECK (state <> 'done' OR scans IS NOT NULL),
  CONSTRAINT document_text_of_document FOREIGN KEY (organisation_id, document_id)
    REFERENCES document (organisation_id, id) ON DELETE CASCADE
);
CREATE INDEX document_text_to_do ON document_text (document_id) WHERE state IN ('waiting', 'running');

-- What was read on a page of a scan.
CREATE TABLE page_text (
  document_id uuid NOT NULL,
  page integer NOT NULL CHECK (page > 0),
  organisation_id uuid NOT NULL,
  language text CHECK (language IN ('hi', 'en', 'mixed')),
  lines jsonb NOT NULL CHECK (jsonb_typeof(lines) = 'array'),
  failure text CHECK (failure IN ('late', 'died', 'unreadable')),
  engine text NOT NULL CHECK (engine <> ''),
  PRIMARY KEY (document_id, page),
  CONSTRAINT page_text_failed_is_empty CHECK (failure IS NULL OR lines = '[]'),
  CONSTRAINT page_text_of_document FOREIGN KEY (organisation_id, document_id)
    REFERENCES document_text (organisation_id, document_id) ON DELETE CASCADE
);

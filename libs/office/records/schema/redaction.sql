-- A copy of a document in which passages and pages are left out, each under a clause of the RTI Act.
CREATE TABLE redaction (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  file_id uuid NOT NULL,
  sequence integer NOT NULL CHECK (sequence > 0),
  document_id uuid NOT NULL,
  marks jsonb NOT NULL CHECK (jsonb_typeof(marks) = 'array'),
  language text NOT NULL CHECK (language IN ('hi', 'en')),
  asked_by_user_id uuid NOT NULL,
  asked_by_post_id uuid NOT NULL,
  asked_capacity text NOT NULL CHECK (asked_capacity IN ('regular', 'additional', 'link')),
  asked_at timestamptz NOT NULL DEFAULT office_now(),
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'ready', 'failed')),
  done integer NOT NULL DEFAULT 0,
  total integer NOT NULL,
  copy_document_id uuid,
  failure jsonb,
  CONSTRAINT redaction_of_file_once UNIQUE (organisation_id, file_id, sequence),
  CONSTRAINT redaction_progress CHECK (done BETWEEN 0 AND total),
  CONSTRAINT redaction_ready CHECK ((state = 'ready') = (copy_document_id IS NOT NULL)),
  CONSTRAINT redaction_failed CHECK ((state = 'failed') = (failure IS NOT NULL)),
  CONSTRAINT redaction_file FOREIGN KEY (organisation_id, file_id) REFERENCES office_file (organisation_id, id),
  CONSTRAINT redaction_document FOREIGN KEY (organisation_id, document_id) REFERENCES document (organisation_id, id),
  CONSTRAINT redaction_copy FOREIGN KEY (organisation_id, copy_document_id) REFERENCES document (organisation_id, id),
  CONSTRAINT redaction_user FOREIGN KEY (organisation_id, asked_by_user_id)
    REFERENCES office_user (organisation_id, id),
  CONSTRAINT redaction_post FOREIGN KEY (organisation_id, asked_by_post_id) REFERENCES post (organisation_id, id)
);
CREATE INDEX redaction_by_document ON redaction (organisation_id, document_id);
CREATE INDEX redaction_by_copy ON redaction (organisation_id, copy_document_id) WHERE copy_document_id IS NOT NULL;
CREATE INDEX redaction_running ON redaction (organisation_id, asked_by_user_id) WHERE state = 'waiting';

CREATE TRIGGER redaction_is_sealed AFTER INSERT OR UPDATE OR DELETE ON redaction
  FOR EACH ROW EXECUTE FUNCTION seal_row('id', 'done');

-- A PDF or an evidence bundle of files that is made in the background for whoever asked for it, and kept for some days.
CREATE TABLE asked_pdf (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  file_id uuid NOT NULL,
  user_id uuid NOT NULL,
  post_id uuid NOT NULL,
  selection text CHECK (selection <> ''),
  language text NOT NULL CHECK (language IN ('hi', 'en')),
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'making', 'ready', 'failed', 'cancelled')),
  attempt integer NOT NULL DEFAULT 0 CHECK (attempt >= 0),
  done integer NOT NULL DEFAULT 0,
  total integer NOT NULL,
  sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint CHECK (size > 0),
  failure jsonb,
  asked_at timestamptz NOT NULL DEFAULT office_now(),
  ended_at timestamptz,
  expires_at timestamptz NOT NULL,
  form text NOT NULL DEFAULT 'pdf' CHECK (form IN ('pdf', 'bundle', 'rti_bundle')),
  issue_id uuid,
  also_file_ids uuid[] NOT NULL DEFAULT '{}',
  CONSTRAINT asked_pdf_progress CHECK (done BETWEEN 0 AND total),
  CONSTRAINT asked_pdf_ready
    CHECK (CASE WHEN state = 'ready' THEN num_nulls(sha256, size) = 0 ELSE num_nonnulls(sha256, size) = 0 END),
  CONSTRAINT asked_pdf_failed CHECK ((state = 'failed') = (failure IS NOT NULL)),
  CONSTRAINT asked_pdf_ended CHECK ((state IN ('waiting', 'making')) = (ended_at IS NULL)),
  CONSTRAINT asked_pdf_expires CHECK (expires_at > asked_at),
  CONSTRAINT asked_pdf_bundle_is_whole CHECK (form NOT IN ('bundle', 'rti_bundle') OR selection IS NULL),
  CONSTRAINT asked_pdf_letter_is_bundled CHECK (issue_id IS NULL OR form IN ('bundle', 'rti_bundle')),
  CONSTRAINT asked_pdf_twenty_files CHECK (cardinality(also_file_ids) < 20),
  CONSTRAINT asked_pdf_also_in_bundle CHECK (also_file_ids = '{}' OR (form <> 'pdf' AND issue_id IS NULL)),
  CONSTRAINT asked_pdf_organisation_id_file_id_fkey FOREIGN KEY (organisation_id, file_id)
    REFERENCES office_file (organisation_id, id),
  CONSTRAINT asked_pdf_organisation_id_user_id_fkey FOREIGN KEY (organisation_id, user_id)
    REFERENCES office_user (organisation_id, id),
  CONSTRAINT asked_pdf_organisation_id_post_id_fkey FOREIGN KEY (organisation_id, post_id)
    REFERENCES post (organisation_id, id),
  CONSTRAINT asked_pdf_issue FOREIGN KEY (organisation_id, issue_id) REFERENCES issue (organisation_id, id)
);
CREATE INDEX asked_pdf_of_person ON asked_pdf (organisation_id, user_id, asked_at DESC, id DESC);
CREATE INDEX asked_pdf_expiring ON asked_pdf (expires_at);
CREATE INDEX asked_pdf_bytes ON asked_pdf (sha256) WHERE sha256 IS NOT NULL;
CREATE UNIQUE INDEX asked_pdf_once ON asked_pdf
  (organisation_id, user_id, file_id, also_file_ids, form, (COALESCE(selection, issue_id::text, '')), language)
  WHERE state IN ('waiting', 'making');

-- That a version of a draft was approved, by whom, and which post the signatory named to issue it. It keeps what the
-- letter is set with.
CREATE TABLE draft_approval (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  draft_id uuid NOT NULL,
  draft_version integer NOT NULL,
  user_id uuid NOT NULL,
  post_id uuid NOT NULL,
  capacity text NOT NULL CHECK (capacity IN ('regular', 'additional', 'link')),
  at timestamptz NOT NULL,
  signatory_post_id uuid NOT NULL,
  named_post_id uuid,
  letterhead_sha256 text,
  look jsonb,
  CONSTRAINT approved_once UNIQUE (organisation_id, draft_id, draft_version, post_id),
  CONSTRAINT named_by_signatory
    CHECK (named_post_id IS NULL OR (post_id = signatory_post_id AND named_post_id <> post_id)),
  CONSTRAINT approval_of_version FOREIGN KEY (organisation_id, draft_id, draft_version)
    REFERENCES draft_version (organisation_id, draft_id, number),
  CONSTRAINT approval_user FOREIGN KEY (organisation_id, user_id) REFERENCES office_user (organisation_id, id),
  CONSTRAINT approval_post FOREIGN KEY (organisation_id, post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT approval_signatory FOREIGN KEY (organisation_id, signatory_post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT approval_named_post FOREIGN KEY (organisation_id, named_post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT approval_letterhead FOREIGN KEY (organisation_id, letterhead_sha256)
    REFERENCES approved_letterhead (organisation_id, sha256)
);
-- Not held against rows from before.
ALTER TABLE draft_approval
  ADD CONSTRAINT approval_fixes_look CHECK (letterhead_sha256 IS NOT NULL AND look IS NOT NULL) NOT VALID;
-- The two tables name each other.
ALTER TABLE draft
  ADD CONSTRAINT draft_approved_by_approval FOREIGN KEY (organisation_id, id, approved_version, approved_by_post_id)
      REFERENCES draft_approval (organisation_id, draft_id, draft_version, post_id);

CREATE TRIGGER draft_approval_is_sealed AFTER INSERT OR UPDATE OR DELETE ON draft_approval
  FOR EACH ROW EXECUTE FUNCTION seal_row('id');

CREATE TRIGGER draft_approval_is_final BEFORE UPDATE OR DELETE ON draft_approval FOR EACH ROW
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER draft_approval_is_not_truncated BEFORE TRUNCATE ON draft_approval EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_absent_approver() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF public.is_on_leave(NEW.organisation_id, NEW.user_id, NEW.post_id) THEN
    RAISE EXCEPTION 'whoever is on leave from a post approves nothing there'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER approver_is_not_on_leave AFTER INSERT ON draft_approval FOR EACH ROW
  WHEN (NEW.capacity <> 'link') EXECUTE FUNCTION refuse_absent_approver();

-- What somebody says about a draft or a passage of it, for all who may read it or for some posts, until the letter has
-- its number. It keeps the version on which it was made, and is resolved once.
CREATE TABLE draft_comment (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  draft_id uuid NOT NULL,
  draft_version integer NOT NULL,
  part text CHECK (part IN ('subject', 'body', 'english_subject', 'english_body')),
  quote text CHECK (char_length(quote) BETWEEN 1 AND 500 AND quote IS NFC NORMALIZED),
  occurrence integer CHECK (occurrence >= 1),
  words text NOT NULL CHECK (char_length(words) BETWEEN 1 AND 2000 AND words IS NFC NORMALIZED),
  reader_post_ids uuid[],
  user_id uuid NOT NULL,
  post_id uuid NOT NULL,
  capacity text NOT NULL CHECK (capacity IN ('regular', 'additional', 'link')),
  at timestamptz NOT NULL DEFAULT office_now(),
  resolved_by_user_id uuid,
  resolved_by_post_id uuid,
  resolved_capacity text CHECK (resolved_capacity IN ('regular', 'additional', 'link')),
  resolved_at timestamptz,
  CONSTRAINT comment_of_office UNIQUE (organisation_id, id),
  CONSTRAINT passage_whole CHECK (num_nonnulls(part, quote, occurrence) IN (0, 3)),
  CONSTRAINT comment_read_by_its_author CHECK (post_id = ANY (reader_post_ids)),
  CONSTRAINT comment_readers_few
    CHECK (cardinality(reader_post_ids) <= 21 AND array_position(reader_post_ids, NULL) IS NULL),
  CONSTRAINT comment_resolved_whole
    CHECK (num_nonnulls(resolved_by_user_id, resolved_by_post_id, resolved_capacity, resolved_at) IN (0, 4)),
  CONSTRAINT comment_of_version FOREIGN KEY (organisation_id, draft_id, draft_version)
    REFERENCES draft_version (organisation_id, draft_id, number),
  CONSTRAINT comment_user FOREIGN KEY (organisation_id, user_id) REFERENCES office_user (organisation_id, id),
  CONSTRAINT comment_post FOREIGN KEY (organisation_id, post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT comment_resolving_user FOREIGN KEY (organisation_id, resolved_by_user_id)
    REFERENCES office_user (organisation_id, id),
  CONSTRAINT comment_resolving_post FOREIGN KEY (organisation_id, resolved_by_post_id)
    REFERENCES post (organisation_id, id)
);
CREATE INDEX comments_of_draft ON draft_comment (organisation_id, draft_id, at, id);

CREATE TRIGGER draft_comment_is_sealed AFTER INSERT OR UPDATE OR DELETE ON draft_comment
  FOR EACH ROW EXECUTE FUNCTION seal_row('id');

CREATE TRIGGER draft_comment_is_not_truncated BEFORE TRUNCATE ON draft_comment EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_changed_comment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE resolving text[] := ARRAY['resolved_by_user_id', 'resolved_by_post_id', 'resolved_capacity', 'resolved_at'];
BEGIN
  IF TG_OP = 'DELETE' OR OLD.resolved_at IS NOT NULL OR NEW.resolved_at IS NULL
      OR to_jsonb(NEW) - resolving <> to_jsonb(OLD) - resolving THEN
    RAISE EXCEPTION 'a comment stays as it was said, and is resolved once'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER draft_comment_is_final BEFORE UPDATE OR DELETE ON draft_comment
  FOR EACH ROW EXECUTE FUNCTION refuse_changed_comment();

CREATE FUNCTION refuse_late_comment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM public.draft d WHERE d.organisation_id = NEW.organisation_id AND d.id = NEW.draft_id
      AND d.state IN ('draft', 'approved') AND (TG_OP = 'UPDATE' OR d.current_version = NEW.draft_version)) THEN
    RAISE EXCEPTION 'what is said about a draft is said of its text as it stands, until the letter has its number'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER said_in_the_making BEFORE INSERT OR UPDATE ON draft_comment
  FOR EACH ROW EXECUTE FUNCTION refuse_late_comment();

CREATE FUNCTION refuse_stray_readers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT unnest(NEW.reader_post_ids) EXCEPT
      SELECT p.id FROM public.post p WHERE p.organisation_id = NEW.organisation_id) THEN
    RAISE EXCEPTION 'a comment is read by posts of its office' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER comment_readers_are_posts BEFORE INSERT ON draft_comment
  FOR EACH ROW EXECUTE FUNCTION refuse_stray_readers();

-- An answer to a comment.
CREATE TABLE draft_comment_answer (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  comment_id uuid NOT NULL,
  words text NOT NULL CHECK (char_length(words) BETWEEN 1 AND 2000 AND words IS NFC NORMALIZED),
  user_id uuid NOT NULL,
  post_id uuid NOT NULL,
  capacity text NOT NULL CHECK (capacity IN ('regular', 'additional', 'link')),
  at timestamptz NOT NULL DEFAULT office_now(),
  CONSTRAINT answer_to_comment FOREIGN KEY (organisation_id, comment_id) REFERENCES draft_comment (organisation_id, id),
  CONSTRAINT comment_answer_user FOREIGN KEY (organisation_id, user_id) REFERENCES office_user (organisation_id, id),
  CONSTRAINT comment_answer_post FOREIGN KEY (organisation_id, post_id) REFERENCES post (organisation_id, id)
);
CREATE INDEX answers_to_comment ON draft_comment_answer (organisation_id, comment_id, at, id);

CREATE TRIGGER draft_comment_answer_is_sealed AFTER INSERT OR UPDATE OR DELETE ON draft_comment_answer
  FOR EACH ROW EXECUTE FUNCTION seal_row('id');

CREATE TRIGGER draft_comment_answer_is_final BEFORE UPDATE OR DELETE ON draft_comment_answer
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER draft_comment_answer_is_not_truncated BEFORE TRUNCATE ON draft_comment_answer
  EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_stray_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM public.draft_comment k
      JOIN public.draft d ON d.organisation_id = k.organisation_id AND d.id = k.draft_id
      WHERE k.organisation_id = NEW.organisation_id AND k.id = NEW.comment_id AND k.resolved_at IS NULL
        AND d.state IN ('draft', 'approved')
        AND (k.reader_post_ids IS NULL OR NEW.post_id = ANY (k.reader_post_ids))) THEN
    RAISE EXCEPTION 'a comment is answered by those who may read it, until it is resolved or the letter has its number'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER answered_by_a_reader BEFORE INSERT ON draft_comment_answer
  FOR EACH ROW EXECUTE FUNCTION refuse_stray_answer();

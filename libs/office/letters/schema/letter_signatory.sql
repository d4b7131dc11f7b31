-- Who signs a letter, in which turn: fixed with its number, since the names stand on it. A letter without signatories
-- is sealed by the office.
CREATE TABLE letter_signatory (
  organisation_id uuid NOT NULL,
  issue_id uuid NOT NULL,
  ordinal integer NOT NULL CHECK (ordinal BETWEEN 1 AND 6),
  user_id uuid NOT NULL,
  post_id uuid NOT NULL,
  capacity text NOT NULL CHECK (capacity IN ('regular', 'additional', 'link')),
  PRIMARY KEY (organisation_id, issue_id, ordinal),
  CONSTRAINT signs_once_from_a_post UNIQUE (organisation_id, issue_id, post_id),
  CONSTRAINT signatory_as_named UNIQUE (organisation_id, issue_id, ordinal, user_id, post_id, capacity),
  CONSTRAINT signatory_of_issue FOREIGN KEY (organisation_id, issue_id) REFERENCES issue (organisation_id, id),
  CONSTRAINT signatory_user FOREIGN KEY (organisation_id, user_id) REFERENCES office_user (organisation_id, id),
  CONSTRAINT signatory_post FOREIGN KEY (organisation_id, post_id) REFERENCES post (organisation_id, id)
);
CREATE INDEX letter_signatory_by_post ON letter_signatory (organisation_id, post_id);

CREATE TRIGGER letter_signatory_is_sealed AFTER INSERT OR UPDATE OR DELETE ON letter_signatory
  FOR EACH ROW EXECUTE FUNCTION seal_row('organisation_id issue_id ordinal');

CREATE TRIGGER letter_signatory_is_final BEFORE UPDATE OR DELETE ON letter_signatory
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER letter_signatory_is_not_truncated BEFORE TRUNCATE ON letter_signatory EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_signatory_out_of_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.ordinal <> 1 + (SELECT count(*) FROM public.letter_signatory
        WHERE organisation_id = NEW.organisation_id AND issue_id = NEW.issue_id)
      OR NOT EXISTS (SELECT FROM public.issue i
        JOIN public.post p ON p.organisation_id = i.organisation_id AND p.id = NEW.post_id
        WHERE i.organisation_id = NEW.organisation_id AND i.id = NEW.issue_id AND i.state = 'numbered'
          AND i.unsigned_sha256 IS NULL AND 'officer' = ANY (p.roles) AND i.issued_by_post_id = i.signatory_post_id
          AND (NEW.ordinal > 1 OR (i.signatory_post_id, i.signed_by_user_id) = (NEW.post_id, NEW.user_id))) THEN
    RAISE EXCEPTION 'officers sign a numbered letter one after the other, the signing post first'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'signatories_in_order';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER signatories_in_order BEFORE INSERT ON letter_signatory FOR EACH ROW
  EXECUTE FUNCTION refuse_signatory_out_of_order();

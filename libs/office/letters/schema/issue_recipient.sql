-- An addressee of a letter, or somebody who gets a copy. He may be marked as not to be sent it, with a reason; the
-- issuing post may confirm where a mail to him goes.
CREATE TABLE issue_recipient (
  organisation_id uuid NOT NULL,
  issue_id uuid NOT NULL,
  position integer NOT NULL CHECK (position >= 0),
  as_copy boolean NOT NULL,
  addressee jsonb NOT NULL,
  served_at timestamptz,
  withheld_reason text,
  withheld_by_user_id uuid,
  withheld_by_post_id uuid,
  withheld_capacity text,
  withheld_at timestamptz,
  confirmed_email text,
  confirmed_by_user_id uuid,
  confirmed_by_post_id uuid,
  confirmed_capacity text,
  confirmed_at timestamptz,
  document_id uuid,
  PRIMARY KEY (organisation_id, issue_id, position),
  CONSTRAINT withheld_whole
    CHECK (num_nonnulls(withheld_reason, withheld_by_user_id, withheld_by_post_id, withheld_capacity, withheld_at)
      IN (0, 5)),
  CONSTRAINT withheld_or_served CHECK (withheld_at IS NULL OR served_at IS NULL),
  CONSTRAINT withheld_with_reason CHECK (withheld_reason <> ''),
  CONSTRAINT withheld_capacity_check CHECK (withheld_capacity IN ('regular', 'additional', 'link')),
  CONSTRAINT confirmed_whole
    CHECK (num_nonnulls(confirmed_email, confirmed_by_user_id, confirmed_by_post_id, confirmed_capacity, confirmed_at)
      IN (0, 5)),
  CONSTRAINT confirmed_email_check CHECK (confirmed_email <> ''),
  CONSTRAINT confirmed_capacity_check CHECK (confirmed_capacity IN ('regular', 'additional', 'link')),
  CONSTRAINT recipient_of_issue FOREIGN KEY (organisation_id, issue_id) REFERENCES issue (organisation_id, id),
  CONSTRAINT withheld_user FOREIGN KEY (organisation_id, withheld_by_user_id)
    REFERENCES office_user (organisation_id, id),
  CONSTRAINT withheld_post FOREIGN KEY (organisation_id, withheld_by_post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT confirmed_user FOREIGN KEY (organisation_id, confirmed_by_user_id)
    REFERENCES office_user (organisation_id, id),
  CONSTRAINT confirmed_post FOREIGN KEY (organisation_id, confirmed_by_post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT recipient_document FOREIGN KEY (organisation_id, document_id) REFERENCES document (organisation_id, id)
);
CREATE INDEX recipient_to_serve ON issue_recipient (organisation_id, issue_id)
  WHERE served_at IS NULL AND withheld_at IS NULL;
CREATE INDEX recipient_by_document ON issue_recipient (organisation_id, document_id) WHERE document_id IS NOT NULL;

CREATE TRIGGER issue_recipient_is_sealed AFTER INSERT OR UPDATE OR DELETE ON issue_recipient
  FOR EACH ROW EXECUTE FUNCTION seal_row('organisation_id issue_id position');

CREATE FUNCTION refuse_confirming_by_others() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM issue WHERE organisation_id = NEW.organisation_id AND id = NEW.issue_id
      AND issued_by_post_id = NEW.confirmed_by_post_id) THEN
    RAISE EXCEPTION 'only the issuing post confirms an address'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'confirmed_by_issuing_post';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER confirmed_by_issuing_post BEFORE INSERT
  OR UPDATE OF confirmed_email, confirmed_by_post_id ON issue_recipient
  FOR EACH ROW WHEN (NEW.confirmed_at IS NOT NULL) EXECUTE FUNCTION refuse_confirming_by_others();

-- The copies are entered with the letter, so that either all are there or none.
CREATE FUNCTION refuse_recipient_without_own_copy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.document_id IS NOT NULL) <> (NOT NEW.as_copy AND EXISTS (SELECT FROM public.issue i
      WHERE i.organisation_id = NEW.organisation_id AND i.id = NEW.issue_id AND i.own_copies)) THEN
    RAISE EXCEPTION 'each addressee has a copy of his own where the letter says so, and nobody else'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'own_copies_as_approved';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER own_copies_as_approved BEFORE INSERT ON issue_recipient FOR EACH ROW
  EXECUTE FUNCTION refuse_recipient_without_own_copy();

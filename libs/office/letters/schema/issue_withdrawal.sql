-- That an issued letter was revoked, or superseded by a later one, by the post whose name it bears: once, with a
-- reason. The entry of the register and its bytes stay as they are; the letter is sent to nobody any more.
CREATE TABLE issue_withdrawal (
  organisation_id uuid NOT NULL,
  issue_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('revoked', 'superseded')),
  later_issue_id uuid,
  reason text NOT NULL,
  by_user_id uuid NOT NULL,
  by_post_id uuid NOT NULL,
  capacity text NOT NULL CHECK (capacity IN ('regular', 'additional', 'link')),
  at timestamptz NOT NULL DEFAULT office_now(),
  PRIMARY KEY (organisation_id, issue_id),
  CONSTRAINT withdrawn_with_reason CHECK (reason <> ''),
  CONSTRAINT superseded_by_a_letter CHECK ((kind = 'superseded') = (later_issue_id IS NOT NULL)),
  CONSTRAINT withdrawn_issue FOREIGN KEY (organisation_id, issue_id) REFERENCES issue (organisation_id, id),
  CONSTRAINT superseding_issue FOREIGN KEY (organisation_id, later_issue_id) REFERENCES issue (organisation_id, id),
  CONSTRAINT withdrawn_by_user FOREIGN KEY (organisation_id, by_user_id) REFERENCES office_user (organisation_id, id),
  CONSTRAINT withdrawn_by_post FOREIGN KEY (organisation_id, by_post_id) REFERENCES post (organisation_id, id)
);
CREATE INDEX issue_withdrawal_by_later ON issue_withdrawal (organisation_id, later_issue_id)
  WHERE later_issue_id IS NOT NULL;

CREATE TRIGGER issue_withdrawal_is_sealed AFTER INSERT OR UPDATE OR DELETE ON issue_withdrawal
  FOR EACH ROW EXECUTE FUNCTION seal_row('organisation_id issue_id');

CREATE TRIGGER issue_withdrawal_is_final BEFORE UPDATE OR DELETE ON issue_withdrawal
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER issue_withdrawal_is_not_truncated BEFORE TRUNCATE ON issue_withdrawal EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_withdrawing_by_others() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM public.issue i
      JOIN public.post p ON p.organisation_id = i.organisation_id AND p.id = i.signatory_post_id
      WHERE i.organisation_id = NEW.organisation_id AND i.id = NEW.issue_id AND i.state = 'issued'
        AND i.signatory_post_id = NEW.by_post_id AND 'officer' = ANY (p.roles)) THEN
    RAISE EXCEPTION 'an issued letter is withdrawn by the post whose name it bears'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'withdrawn_by_signing_post';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER withdrawn_by_signing_post BEFORE INSERT ON issue_withdrawal FOR EACH ROW
  EXECUTE FUNCTION refuse_withdrawing_by_others();

-- Numbers are drawn one after the other, so that no two letters supersede each other.
CREATE FUNCTION refuse_superseding_by_unfit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM public.issue later
      JOIN public.issue earlier ON earlier.organisation_id = later.organisation_id AND earlier.id = NEW.issue_id
      WHERE later.organisation_id = NEW.organisation_id AND later.id = NEW.later_issue_id AND later.state = 'issued'
        AND later.issued_at > earlier.issued_at
        AND NOT EXISTS (SELECT FROM public.issue_withdrawal w
          WHERE w.organisation_id = later.organisation_id AND w.issue_id = later.id)) THEN
    RAISE EXCEPTION 'a letter is superseded by a later one that holds'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'superseded_by_later_letter';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER superseded_by_later_letter BEFORE INSERT ON issue_withdrawal FOR EACH ROW
  WHEN (NEW.later_issue_id IS NOT NULL) EXECUTE FUNCTION refuse_superseding_by_unfit();

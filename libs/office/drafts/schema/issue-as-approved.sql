-- A letter is issued as it was approved, by whom it may be.

-- A letter bears only the name of a person who signed it.
CREATE FUNCTION refuse_signing_for_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM draft d
      JOIN post p ON p.organisation_id = d.organisation_id AND p.id = NEW.issued_by_post_id
      WHERE d.organisation_id = NEW.organisation_id AND d.id = NEW.draft_id AND 'officer' = ANY (p.roles)
        AND d.signatory_post_id = NEW.signatory_post_id
        AND (d.approved_version, d.approved_by_user_id, d.approved_by_post_id, d.approved_capacity)
          = (NEW.draft_version, NEW.approved_by_user_id, NEW.approved_by_post_id, NEW.approved_capacity)
        AND CASE NEW.issued_by_post_id WHEN d.signatory_post_id THEN NEW.signed_by_user_id = NEW.issued_by_user_id
          WHEN d.named_post_id THEN NEW.signed_by_user_id = d.approved_by_user_id ELSE false END) THEN
    RAISE EXCEPTION 'a letter is issued by the post that signs it or by the one that it named'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'nobody_signs_for_another';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER nobody_signs_for_another BEFORE INSERT ON issue FOR EACH ROW
  EXECUTE FUNCTION refuse_signing_for_another();

-- The form of the letter, and whether each addressee has a copy of his own, as its approved text says.
CREATE FUNCTION take_form_of_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT form INTO NEW.form FROM public.draft WHERE organisation_id = NEW.organisation_id AND id = NEW.draft_id;
  NEW.own_copies := EXISTS (SELECT FROM public.draft_version v WHERE v.organisation_id = NEW.organisation_id
    AND v.draft_id = NEW.draft_id AND v.number = NEW.draft_version AND v.content ? 'ownCopies');
  RETURN NEW;
END $$;
CREATE TRIGGER letter_takes_its_form BEFORE INSERT ON issue FOR EACH ROW EXECUTE FUNCTION take_form_of_draft();

-- Approvals from before letterheads were kept have none: their letters take what the office has when the number is
-- drawn.
CREATE FUNCTION refuse_letter_of_other_look() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM public.draft_approval a
      JOIN public.approved_letterhead h ON h.organisation_id = a.organisation_id AND h.sha256 = a.letterhead_sha256
      WHERE a.organisation_id = NEW.organisation_id AND a.draft_id = NEW.draft_id
        AND a.draft_version = NEW.draft_version
        AND a.post_id = NEW.approved_by_post_id AND NOT NEW.letter @> (h.letterhead || a.look)) THEN
    RAISE EXCEPTION 'a letter looks as it was approved'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'letter_looks_as_approved';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER letter_looks_as_approved BEFORE INSERT ON issue FOR EACH ROW WHEN (NEW.letter IS NOT NULL)
  EXECUTE FUNCTION refuse_letter_of_other_look();

-- A letter carries out what was decided, and nothing that was only recommended.

-- The post that has yet to decide before this post issues the letter, or approves it as its signatory. What such a post
-- has approved of this version of the letter, it has decided.
CREATE FUNCTION letter_undecided_for(office uuid, of_draft uuid, of_version integer, by_post uuid)
  RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT u.post FROM public.draft d, LATERAL (SELECT public.undecided_for(office, d.file_id, by_post) AS post) u
  WHERE d.organisation_id = office AND d.id = of_draft AND NOT EXISTS (SELECT FROM public.draft_approval a
    WHERE a.organisation_id = office AND a.draft_id = of_draft AND a.draft_version = of_version
      AND (a.post_id = u.post OR public.outranks(office, a.post_id, u.post)))
$$;

CREATE FUNCTION refuse_undecided_letter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF public.letter_undecided_for(NEW.organisation_id, NEW.draft_id, NEW.draft_version, CASE TG_TABLE_NAME
      WHEN 'issue' THEN (to_jsonb(NEW) ->> 'issued_by_post_id')::uuid
      ELSE (to_jsonb(NEW) ->> 'post_id')::uuid END) IS NOT NULL THEN
    RAISE EXCEPTION 'a letter does not go out on a recommendation'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER approved_as_decided BEFORE INSERT ON draft_approval FOR EACH ROW
  WHEN (NEW.post_id = NEW.signatory_post_id) EXECUTE FUNCTION refuse_undecided_letter();
CREATE TRIGGER issued_as_decided BEFORE INSERT ON issue FOR EACH ROW EXECUTE FUNCTION refuse_undecided_letter();

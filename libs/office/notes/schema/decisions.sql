-- What was decided on a file.

-- The last note with a decision that was not taken back. Of a part that was incorporated, a decision counts unless it
-- says another thing than a higher level has said on the main sheet.
CREATE FUNCTION decision_of_file(office uuid, file uuid) RETURNS SETOF note LANGUAGE sql STABLE AS $$
  SELECT n.* FROM public.note n
  WHERE n.organisation_id = office AND n.file_id = file AND n.decision IS NOT NULL
    AND NOT public.was_taken_back(office, COALESCE(n.part_file_id, n.file_id), COALESCE(n.part_note, n.number))
    AND NOT (n.part_file_id IS NOT NULL AND n.recommended_to IS NULL AND EXISTS (SELECT FROM public.note e
      WHERE e.organisation_id = office AND e.file_id = file AND e.number < n.number AND e.part_file_id IS NULL
        AND e.decision <> n.decision AND e.recommended_to IS NULL AND NOT public.was_taken_back(office, file, e.number)
        AND public.outranks(office, e.author_post_id, n.author_post_id)))
  ORDER BY n.number DESC LIMIT 1
$$;

-- The post that has yet to decide: the last word on the file is a recommendation to it, and this post neither is that
-- one nor stands higher. Null where nothing is in the way.
CREATE FUNCTION undecided_for(office uuid, file uuid, by_post uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT d.recommended_to FROM public.decision_of_file(office, file) d
  WHERE d.recommended_to <> by_post AND NOT public.outranks(office, by_post, d.recommended_to)
$$;

-- Whoever keeps the categories may change who decides between the reading of the command and its note: then the command
-- is done anew, as after any collision.
CREATE FUNCTION refuse_untrue_recommendation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.recommended_to IS DISTINCT FROM public.deciding_post(NEW.organisation_id, (SELECT c.category_id
      FROM public.file_custody c WHERE c.organisation_id = NEW.organisation_id AND c.file_id = NEW.file_id),
      NEW.author_post_id) THEN
    RAISE EXCEPTION 'a decision is recommended to who decides'
      USING ERRCODE = 'serialization_failure', CONSTRAINT = 'recommended_to_who_decides';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER recommended_to_who_decides BEFORE INSERT ON note FOR EACH ROW
  WHEN (NEW.decision IS NOT NULL AND NEW.part_file_id IS NULL) EXECUTE FUNCTION refuse_untrue_recommendation();

-- What a level has decided is reversed by that level or a higher one, with words (R-33).
CREATE FUNCTION refuse_reversal_from_below() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM public.decision_of_file(NEW.organisation_id, NEW.file_id) d
      WHERE d.recommended_to IS NULL AND d.decision <> NEW.decision
        AND (public.outranks(NEW.organisation_id, d.author_post_id, NEW.author_post_id) OR NOT (NEW.paragraphs > 0
          OR NEW.content NOT IN ('{"version": 1, "paragraphs": []}', '{"version": 2, "blocks": []}')))) THEN
    RAISE EXCEPTION 'a decision is reversed by its level or a higher one, with words'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reversed_by_its_level BEFORE INSERT ON note FOR EACH ROW
  WHEN (NEW.decision IS NOT NULL AND NEW.part_file_id IS NULL) EXECUTE FUNCTION refuse_reversal_from_below();

-- A part ends with the decision that its main file has, where its notes stand from then on.
CREATE FUNCTION refuse_closing_undecided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF public.undecided_for(NEW.organisation_id, NEW.file_id, NEW.closed_by_post_id) IS NOT NULL THEN
    RAISE EXCEPTION 'a file is not closed on a recommendation'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER closed_as_decided BEFORE UPDATE OF state ON file_custody FOR EACH ROW
  WHEN (NEW.state = 'closed' AND OLD.state <> 'closed' AND NOT NEW.incorporated)
  EXECUTE FUNCTION refuse_closing_undecided();

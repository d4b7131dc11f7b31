-- The way of a case up the superiors of a post, for which the office has laid down no ladder.

-- A forward past superiors tells them. And who brings the case to more distinct levels than four above the dealing
-- hand's says why (R-36).
CREATE FUNCTION refuse_untold_way_up() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  c public.file_custody;
  passed smallint[];
BEGIN
  SELECT * INTO c FROM public.file_custody WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id;
  IF public.has_power_today(NEW.organisation_id, c.category_id) THEN RETURN NEW; END IF;
  IF NOT NEW.jumped_post_ids @> public.posts_left_out(NEW.organisation_id, NEW.from_post_id, NEW.to_post_id) THEN
    RAISE EXCEPTION 'a forward past superiors tells them'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'way_up_is_told';
  END IF;
  IF NEW.remarks IS NULL THEN
    passed := ARRAY(SELECT unnest(c.levels) UNION SELECT level FROM public.post
      WHERE organisation_id = NEW.organisation_id AND id = NEW.from_post_id);
    IF cardinality(passed) > 4 AND EXISTS (SELECT FROM public.post
        WHERE organisation_id = NEW.organisation_id AND id = NEW.to_post_id AND level <> ALL (passed)) THEN
      RAISE EXCEPTION 'who brings a file to so many levels says why'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'way_up_is_told';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER way_up_is_told BEFORE INSERT ON movement FOR EACH ROW
  WHEN (NEW.kind = 'forwarded' AND NEW.file_id IS NOT NULL) EXECUTE FUNCTION refuse_untold_way_up();

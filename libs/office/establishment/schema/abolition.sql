-- A post is abolished when its desk is empty and nobody holds it or stands below it; a unit, when no post and no
-- unit is left in it, and no post administers it.
CREATE FUNCTION refuse_abolition_in_use() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM public.desk_entry e
        WHERE e.organisation_id = NEW.organisation_id AND e.post_id = NEW.id AND e.place <> 'closed')
      OR EXISTS (SELECT FROM public.post below WHERE below.organisation_id = NEW.organisation_id
        AND below.superior_post_id = NEW.id AND below.abolished_at IS NULL)
      OR EXISTS (SELECT FROM public.tenure t WHERE t.organisation_id = NEW.organisation_id AND t.post_id = NEW.id
        AND public.is_not_over(t)) THEN
    RAISE EXCEPTION 'a post in use is not abolished' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER unused_posts_are_abolished AFTER INSERT OR UPDATE ON post FOR EACH ROW
  WHEN (NEW.abolished_at IS NOT NULL) EXECUTE FUNCTION refuse_abolition_in_use();

CREATE FUNCTION refuse_abolition_of_full_unit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM public.post p
        WHERE p.organisation_id = NEW.organisation_id AND NEW.id IN (p.unit_id, p.administered_unit_id)
          AND p.abolished_at IS NULL)
      OR EXISTS (SELECT FROM public.unit u
        WHERE u.organisation_id = NEW.organisation_id AND u.parent_id = NEW.id AND u.abolished_at IS NULL) THEN
    RAISE EXCEPTION 'a unit in use is not abolished' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER empty_units_are_abolished AFTER INSERT OR UPDATE ON unit FOR EACH ROW
  WHEN (NEW.abolished_at IS NOT NULL) EXECUTE FUNCTION refuse_abolition_of_full_unit();

-- Whoever sends to a post while it is abolished comes first or is refused: abolishing locks the post (`FOR UPDATE`).
CREATE FUNCTION refuse_abolished_desk() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  abolished timestamptz;
BEGIN
  SELECT p.abolished_at INTO abolished FROM public.post p
    WHERE p.organisation_id = NEW.organisation_id AND p.id = NEW.post_id FOR KEY SHARE;
  IF abolished IS NOT NULL THEN
    RAISE EXCEPTION 'nothing goes to a post that is abolished' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION refuse_abolished_desk() FROM PUBLIC;
CREATE TRIGGER desks_of_posts_in_being AFTER INSERT OR UPDATE OF post_id ON desk_entry FOR EACH ROW
  WHEN (NEW.place <> 'closed') EXECUTE FUNCTION refuse_abolished_desk();

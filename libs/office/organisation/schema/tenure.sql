-- Who holds a post, in which capacity and from when until when. An assistant prepares for an officer and does nothing
-- official; nor does an operator, whom a contractor sends: he works under a named clerk until his contract ends.
CREATE TABLE tenure (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  user_id uuid NOT NULL,
  post_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('regular', 'additional', 'link', 'assistant', 'operator')),
  from_on date NOT NULL,
  until_on date CHECK (until_on >= from_on),
  order_reference text,
  -- Ended within its last day: an officer is back from leave, or somebody is suspended.
  ended_at timestamptz,
  -- He joins in the afternoon of the first day, or is relieved in the forenoon of the last.
  from_afternoon boolean CHECK (from_afternoon),
  until_forenoon boolean CHECK (until_forenoon),
  -- Why it ended, and the order that says so.
  end_cause text CHECK (end_cause IN ('relieved', 'transferred', 'promoted', 'attached', 'suspended', 'retired', 'died',
    'contract_ended')),
  end_order text,
  start_cause text CHECK (start_cause IN ('posted', 'transferred', 'promoted', 'attached', 'reinstated')),
  -- What the order says that the absent holder does meanwhile: election duty, flood duty; null of leave.
  duty text CHECK (duty <> ''),
  CONSTRAINT duty_is_by_order
    CHECK (duty IS NULL OR (kind = 'link' AND until_on IS NOT NULL AND order_reference IS NOT NULL)),
  -- Of an operator: the clerk under whom he works.
  under_user_id uuid,
  CONSTRAINT operator_is_under_clerk CHECK ((kind = 'operator') = (under_user_id IS NOT NULL)),
  CONSTRAINT operator_has_contract CHECK (kind <> 'operator' OR (until_on IS NOT NULL AND order_reference IS NOT NULL)),
  -- Of a link officer: by which tenure the holder is attached elsewhere meanwhile.
  attachment_id uuid,
  CONSTRAINT keeps_desk_of_attached CHECK (attachment_id IS NULL OR (kind = 'link' AND attachment_id <> id)),
  CONSTRAINT tenure_of_organisation UNIQUE (organisation_id, id),
  CONSTRAINT half_of_last_day CHECK (until_forenoon IS NULL OR until_on IS NOT NULL),
  CONSTRAINT held_for_half_a_day
    CHECK (until_on <> from_on OR NOT (from_afternoon IS TRUE AND until_forenoon IS TRUE)),
  CONSTRAINT tenure_user FOREIGN KEY (organisation_id, user_id) REFERENCES office_user (organisation_id, id),
  CONSTRAINT tenure_attachment FOREIGN KEY (organisation_id, attachment_id) REFERENCES tenure (organisation_id, id),
  CONSTRAINT tenure_under FOREIGN KEY (organisation_id, under_user_id) REFERENCES office_user (organisation_id, id),
  CONSTRAINT tenure_post FOREIGN KEY (organisation_id, post_id) REFERENCES post (organisation_id, id)
);
CREATE INDEX tenure_by_user ON tenure (organisation_id, user_id);
CREATE INDEX tenure_by_post ON tenure (organisation_id, post_id);
CREATE INDEX tenure_by_attachment ON tenure (organisation_id, attachment_id) WHERE attachment_id IS NOT NULL;
CREATE UNIQUE INDEX one_regular_holder ON tenure (organisation_id, post_id) WHERE kind = 'regular' AND until_on IS NULL;

-- By the day and the half of it in India, from the forenoon on and with the afternoon unless it says otherwise: whether
-- it holds now or is to.
CREATE FUNCTION is_not_over(t tenure) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT t.ended_at IS NULL AND (t.until_on IS NULL
    OR (t.until_on, NOT COALESCE(t.until_forenoon, false)) >= (public.india_today(), public.india_afternoon()))
$$;

CREATE FUNCTION holds_now(t tenure) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT public.is_not_over(t)
    AND (t.from_on, COALESCE(t.from_afternoon, false)) <= (public.india_today(), public.india_afternoon())
$$;

-- The half days from the first to the last of a tenure.
CREATE FUNCTION half_days(t tenure) RETURNS int4range LANGUAGE sql IMMUTABLE AS $$
  SELECT int4range(2 * (t.from_on - DATE '1900-01-01') + CASE WHEN t.from_afternoon THEN 1 ELSE 0 END,
    2 * (t.until_on - DATE '1900-01-01') + CASE WHEN t.until_forenoon THEN 0 ELSE 1 END, '[]')
$$;

-- Of the regular holders of a post the next joins when the last is relieved. What was ended within a day left the rest
-- of it free.
CREATE FUNCTION refuse_second_holder() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM public.tenure t WHERE t.organisation_id = NEW.organisation_id AND t.post_id = NEW.post_id
      AND t.kind = 'regular' AND t.id <> NEW.id AND t.ended_at IS NULL
      AND public.half_days(t) && public.half_days(NEW)) THEN
    RAISE EXCEPTION 'a post has one regular holder at a time'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER one_holder_at_a_time AFTER INSERT OR UPDATE ON tenure FOR EACH ROW
  WHEN (NEW.kind = 'regular' AND NEW.ended_at IS NULL) EXECUTE FUNCTION refuse_second_holder();

-- Another acts from the post now, and not this person, who held it when that began.
CREATE FUNCTION is_on_leave(office uuid, person uuid, at_post uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM public.tenure link
    JOIN public.tenure held ON held.organisation_id = link.organisation_id AND held.post_id = link.post_id
    WHERE link.organisation_id = office AND link.post_id = at_post AND link.kind = 'link' AND public.holds_now(link)
      AND held.user_id = person AND held.kind IN ('regular', 'additional') AND public.holds_now(held)
      AND (held.from_on, COALESCE(held.from_afternoon, false)) <= (link.from_on, COALESCE(link.from_afternoon, false)))
$$;

-- One acts at a time for whoever is on leave, somebody else than he, and nobody who is on leave himself.
CREATE FUNCTION refuse_unfit_link() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM public.tenure t WHERE t.organisation_id = NEW.organisation_id AND t.post_id = NEW.post_id
      AND t.id <> NEW.id AND t.ended_at IS NULL AND public.half_days(t) && public.half_days(NEW)
      AND (t.kind = 'link' OR t.kind IN ('regular', 'additional') AND t.user_id = NEW.user_id)) THEN
    RAISE EXCEPTION 'one other person acts at a time for whoever is on leave'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  IF EXISTS (SELECT FROM public.tenure held
      JOIN public.tenure away ON away.organisation_id = held.organisation_id AND away.post_id = held.post_id
      WHERE held.organisation_id = NEW.organisation_id AND held.user_id = NEW.user_id
        AND held.kind IN ('regular', 'additional') AND held.ended_at IS NULL
        AND away.kind = 'link' AND away.user_id <> NEW.user_id AND away.ended_at IS NULL
        AND public.half_days(held) && public.half_days(away) AND public.half_days(away) && public.half_days(NEW)) THEN
    RAISE EXCEPTION 'who is on leave acts for nobody'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER one_acts_for_another AFTER INSERT OR UPDATE ON tenure FOR EACH ROW
  WHEN (NEW.kind = 'link' AND NEW.ended_at IS NULL) EXECUTE FUNCTION refuse_unfit_link();

-- An operator works at the post of a clerk who has charge of it when that begins, and holds nothing himself.
CREATE FUNCTION refuse_unfit_operator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM public.tenure t WHERE t.organisation_id = NEW.organisation_id AND t.user_id = NEW.user_id
      AND t.ended_at IS NULL AND (t.kind = 'operator') <> (NEW.kind = 'operator')
      AND public.half_days(t) && public.half_days(NEW)) THEN
    RAISE EXCEPTION 'an operator holds no post' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  IF NEW.kind = 'operator' AND TG_OP = 'INSERT' AND NOT EXISTS (SELECT FROM public.tenure held
      JOIN public.post ON post.organisation_id = held.organisation_id AND post.id = held.post_id
      WHERE held.organisation_id = NEW.organisation_id AND held.post_id = NEW.post_id
        AND held.user_id = NEW.under_user_id AND held.kind IN ('regular', 'additional')
        AND public.half_days(held) @> lower(public.half_days(NEW))
        AND post.roles <@ ARRAY['dealing_hand', 'dispatcher']) THEN
    RAISE EXCEPTION 'an operator works under a clerk' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER operator_only_prepares AFTER INSERT OR UPDATE ON tenure FOR EACH ROW
  WHEN (NEW.ended_at IS NULL) EXECUTE FUNCTION refuse_unfit_operator();

-- Whoever was attached elsewhere is back at his desk with the half day that ends it, whichever command ends it; a desk
-- that he does not hold any more keeps its link officer.
CREATE FUNCTION bring_back_attached() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE public.tenure link
    SET until_on = NEW.until_on, until_forenoon = NEW.until_forenoon, ended_at = NEW.ended_at
    WHERE link.organisation_id = NEW.organisation_id AND link.attachment_id = NEW.id AND public.is_not_over(link)
      AND EXISTS (SELECT FROM public.tenure held WHERE held.organisation_id = link.organisation_id
        AND held.post_id = link.post_id AND held.user_id = NEW.user_id AND held.kind IN ('regular', 'additional')
        AND public.is_not_over(held));
  RETURN NULL;
END $$;
CREATE TRIGGER attached_come_back AFTER UPDATE ON tenure FOR EACH ROW
  WHEN (NEW.start_cause = 'attached' AND (OLD.until_on, OLD.until_forenoon, OLD.ended_at)
    IS DISTINCT FROM (NEW.until_on, NEW.until_forenoon, NEW.ended_at)) EXECUTE FUNCTION bring_back_attached();

CREATE TRIGGER tenure_is_sealed AFTER INSERT OR UPDATE OR DELETE ON tenure
  FOR EACH ROW EXECUTE FUNCTION seal_row('id');

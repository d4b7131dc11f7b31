-- Which levels a case of a kind climbs from a day on, the lowest first. The last is the final authority, or the one
-- post there that is named. Earlier powers stay: the latest that has begun holds.
CREATE TABLE power_delegation (
  organisation_id uuid NOT NULL,
  category_id uuid NOT NULL,
  from_on date NOT NULL,
  levels smallint[] NOT NULL CHECK (cardinality(levels) BETWEEN 1 AND 20 AND goes_up(levels)),
  final_post_id uuid,
  reason text CHECK (reason <> ''),
  PRIMARY KEY (organisation_id, category_id, from_on),
  CONSTRAINT power_of_category FOREIGN KEY (organisation_id, category_id)
    REFERENCES case_category (organisation_id, id),
  CONSTRAINT power_final_post FOREIGN KEY (organisation_id, final_post_id) REFERENCES post (organisation_id, id)
);
-- Not held against rows from before (R-36).
ALTER TABLE power_delegation
  ADD CONSTRAINT long_ladder_has_reason CHECK (cardinality(levels) <= 4 OR reason IS NOT NULL) NOT VALID;

-- The higher a post, the lower its number: none twice, none unknown.
CREATE FUNCTION goes_up(levels smallint[]) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  FOR place IN 1..COALESCE(cardinality(levels), 0) LOOP
    IF levels[place] IS NULL OR place > 1 AND levels[place] >= levels[place - 1] THEN RETURN false; END IF;
  END LOOP;
  RETURN true;
END $$;

CREATE TRIGGER power_delegation_is_sealed AFTER INSERT OR UPDATE OR DELETE ON power_delegation
  FOR EACH ROW EXECUTE FUNCTION seal_row('organisation_id category_id from_on');

-- Whether the office has laid down for today who disposes of cases of this kind.
CREATE FUNCTION has_power_today(office uuid, kind uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM public.power_delegation d
    WHERE d.organisation_id = office AND d.category_id = kind AND d.from_on <= public.india_today())
$$;

-- Who disposes of a case of this kind today in the place of this post: the named post, else the nearest superior whose
-- level reaches the ladder's last, else the head of the post's line. Nobody where the post disposes of it itself, or
-- where nothing is laid down.
CREATE FUNCTION deciding_post(office uuid, kind uuid, by_post uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT CASE
      WHEN p.id = d.final_post_id OR p.level < d.highest OR d.final_post_id IS NULL AND p.level = d.highest THEN NULL
      ELSE COALESCE(d.final_post_id, (SELECT s.id FROM public.post s
        WHERE s.organisation_id = office AND s.id = ANY (p.superior_post_ids)
          AND s.roles && ARRAY['dealing_hand', 'officer', 'dispatcher']
        ORDER BY s.level > d.highest, CASE WHEN s.level > d.highest THEN cardinality(s.superior_post_ids)
          ELSE -cardinality(s.superior_post_ids) END LIMIT 1)) END
  FROM public.post p, (SELECT levels[cardinality(levels)] AS highest, final_post_id FROM public.power_delegation
    WHERE organisation_id = office AND category_id = kind AND from_on <= public.india_today()
    ORDER BY from_on DESC LIMIT 1) d
  WHERE p.organisation_id = office AND p.id = by_post
$$;

-- How answers show a post, and a person at a post.

-- The JSON in which every answer shows a post: contract PostRef.
CREATE FUNCTION post_ref(wanted uuid) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT jsonb_build_object('id', p.id, 'marking', p.marking,
    'designation', jsonb_build_object('hi', p.designation_hi, 'en', p.designation_en),
    'unit', jsonb_build_object('hi', u.name_hi, 'en', u.name_en))
  FROM post p JOIN unit u ON u.id = p.unit_id WHERE p.id = wanted $$;

-- The JSON in which every answer shows an actor: contract ActorRef. A link officer acts for the holder, an
-- operator works under a clerk.
CREATE FUNCTION actor_ref(who uuid, from_post uuid, in_capacity text) RETURNS jsonb
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT jsonb_build_object('name', jsonb_build_object('hi', name_hi, 'en', name_en),
    'post', post_ref(from_post), 'capacity', in_capacity, 'actingFor', CASE in_capacity WHEN 'link' THEN (
      SELECT jsonb_build_object('hi', absent.name_hi, 'en', absent.name_en)
      FROM tenure link JOIN tenure held ON held.organisation_id = link.organisation_id AND held.post_id = link.post_id
        AND held.kind IN ('regular', 'additional') AND held.from_on <= link.from_on
        AND (held.until_on IS NULL OR held.until_on >= link.from_on)
      JOIN office_user absent ON absent.id = held.user_id
      WHERE link.organisation_id = office_user.organisation_id AND link.user_id = who
        AND link.post_id = from_post AND link.kind = 'link'
      ORDER BY link.from_on DESC, held.kind DESC LIMIT 1)
    WHEN 'operator' THEN (
      SELECT jsonb_build_object('hi', clerk.name_hi, 'en', clerk.name_en)
      FROM tenure operator JOIN office_user clerk ON clerk.id = operator.under_user_id
      WHERE operator.organisation_id = office_user.organisation_id AND operator.user_id = who
        AND operator.post_id = from_post AND operator.kind = 'operator'
      ORDER BY operator.from_on DESC LIMIT 1) END)
  FROM office_user WHERE id = who $$;

-- Who holds the post today: the regular holder first; null when it is vacant.
CREATE FUNCTION post_holder(wanted uuid) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT jsonb_build_object('hi', name_hi, 'en', name_en)
  FROM tenure t JOIN office_user u ON u.id = t.user_id
  WHERE t.organisation_id = (SELECT organisation_id FROM post WHERE id = wanted) AND t.post_id = wanted
    AND t.kind NOT IN ('assistant', 'operator')
    AND holds_now(t)
  ORDER BY array_position(ARRAY['link', 'regular', 'additional'], t.kind) LIMIT 1 $$;

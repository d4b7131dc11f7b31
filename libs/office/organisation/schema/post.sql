-- A desk of the office: it holds files, whoever sits there. Each post bears all posts above it, since they are needed
-- at every movement and change once in a while.
CREATE TABLE post (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  marking text NOT NULL CHECK (marking <> ''),
  designation_hi text NOT NULL,
  designation_en text NOT NULL,
  level smallint NOT NULL CHECK (level BETWEEN 1 AND 20),
  superior_post_id uuid CHECK (superior_post_id <> id),
  roles text[] NOT NULL,
  superior_post_ids uuid[] NOT NULL DEFAULT '{}',
  phone text,
  email text,
  audited_unit_ids uuid[] NOT NULL DEFAULT '{}',
  -- As lists in Hindi name it.
  marking_hi text CHECK (marking_hi <> ''),
  -- Under the Right to Information Act.
  information_role text CHECK (information_role IN ('information_officer', 'appellate_authority')),
  -- From then on nothing goes to it.
  abolished_at timestamptz,
  -- Counts its changes, for whoever changes it beside another.
  version integer NOT NULL DEFAULT 1,
  -- Of the administrator of a unit: he keeps it and those below it.
  administered_unit_id uuid,
  CONSTRAINT no_circle_of_superiors CHECK (id <> ALL (superior_post_ids)),
  CONSTRAINT post_of_organisation UNIQUE (organisation_id, id),
  CONSTRAINT post_marking_once UNIQUE (organisation_id, marking),
  CONSTRAINT post_marking_hi_once UNIQUE (organisation_id, marking_hi),
  CONSTRAINT post_roles_known
    CHECK (roles <@ ARRAY['dealing_hand', 'officer', 'dispatcher', 'auditor', 'administrator',
      'unit_administrator']),
  CONSTRAINT unit_administrators_have_a_unit
    CHECK ((administered_unit_id IS NOT NULL) = ('unit_administrator' = ANY (roles))),
  CONSTRAINT administered_unit FOREIGN KEY (organisation_id, administered_unit_id)
    REFERENCES unit (organisation_id, id),
  CONSTRAINT auditors_have_units CHECK (audited_unit_ids = '{}' OR 'auditor' = ANY (roles)),
  CONSTRAINT post_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit (organisation_id, id),
  CONSTRAINT post_superior FOREIGN KEY (organisation_id, superior_post_id) REFERENCES post (organisation_id, id)
);
CREATE UNIQUE INDEX information_role_once ON post (organisation_id, information_role);
CREATE INDEX post_by_unit ON post (organisation_id, unit_id);
-- Lists go from the head of the office down.
CREATE INDEX post_by_level ON post (organisation_id, level, marking) WHERE abolished_at IS NULL;

-- Whoever is put below another brings along all who stand below him. A circle ends where it began; whoever stands in
-- one stands above himself.
CREATE FUNCTION find_superiors() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  WITH RECURSIVE moved (id) AS (
    SELECT NEW.id UNION ALL SELECT p.id FROM public.post p
      WHERE TG_OP = 'UPDATE' AND p.organisation_id = NEW.organisation_id AND NEW.id = ANY (p.superior_post_ids)
  ), above (post_id, superior_id) AS (
    SELECT p.id, p.superior_post_id FROM moved JOIN public.post p ON p.id = moved.id
      WHERE p.superior_post_id IS NOT NULL
    UNION
    SELECT above.post_id, p.superior_post_id FROM above JOIN public.post p ON p.id = above.superior_id
      WHERE p.superior_post_id IS NOT NULL
  ), found AS (
    SELECT moved.id, COALESCE(array_agg(above.superior_id ORDER BY above.superior_id)
        FILTER (WHERE above.superior_id IS NOT NULL), '{}') AS ids
      FROM moved LEFT JOIN above ON above.post_id = moved.id GROUP BY moved.id
  )
  UPDATE public.post p SET superior_post_ids = found.ids FROM found WHERE found.id = p.id
    AND found.ids <> p.superior_post_ids;
  IF TG_OP = 'UPDATE' THEN
    INSERT INTO public.superior_change (organisation_id, post_id, lost_post_ids)
      SELECT p.organisation_id, p.id,
        ARRAY(SELECT unnest(OLD.superior_post_ids) EXCEPT SELECT unnest(p.superior_post_ids))
      FROM public.post p WHERE p.id = NEW.id AND p.superior_post_ids <> OLD.superior_post_ids;
  END IF;
  RETURN NULL;
END $$;
-- Whoever could hang it on a table of his own would write here what he likes.
REVOKE ALL ON FUNCTION find_superiors() FROM PUBLIC;
CREATE TRIGGER superiors_are_found AFTER INSERT ON post FOR EACH ROW
  WHEN (NEW.superior_post_id IS NOT NULL) EXECUTE FUNCTION find_superiors();
CREATE TRIGGER superiors_are_found_anew AFTER UPDATE OF superior_post_id ON post FOR EACH ROW
  WHEN (OLD.superior_post_id IS DISTINCT FROM NEW.superior_post_id) EXECUTE FUNCTION find_superiors();
ALTER TABLE post ENABLE ALWAYS TRIGGER superiors_are_found;
ALTER TABLE post ENABLE ALWAYS TRIGGER superiors_are_found_anew;

CREATE TRIGGER post_counts_its_changes BEFORE UPDATE ON post FOR EACH ROW
  WHEN (OLD.superior_post_ids = NEW.superior_post_ids AND OLD IS DISTINCT FROM NEW) EXECUTE FUNCTION count_change();

CREATE TRIGGER post_is_sealed AFTER INSERT OR UPDATE OR DELETE ON post
  FOR EACH ROW EXECUTE FUNCTION seal_row('id', 'version');

-- Whether the one post stands on a higher level of the office than the other.
CREATE FUNCTION outranks(office uuid, one uuid, other uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM public.post a JOIN public.post b ON b.organisation_id = a.organisation_id AND b.id = other
    WHERE a.organisation_id = office AND a.id = one AND a.level < b.level)
$$;

-- Whether the one post is the other, or stands above it.
CREATE FUNCTION is_at_or_above(office uuid, one uuid, other uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM public.post p WHERE p.organisation_id = office AND p.id = other
    AND (p.id = one OR one = ANY (p.superior_post_ids)))
$$;

-- The unit that a post administers, and those below it.
CREATE FUNCTION administered_units(office uuid, at_post uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  WITH RECURSIVE kept (id) AS (
    SELECT p.administered_unit_id FROM public.post p
      WHERE p.organisation_id = office AND p.id = at_post AND p.administered_unit_id IS NOT NULL
    UNION SELECT u.id FROM kept JOIN public.unit u ON u.organisation_id = office AND u.parent_id = kept.id
  ) SELECT kept.id FROM kept
$$;

-- The superiors of a post that something leaves out which goes from there to a higher one of them.
CREATE FUNCTION posts_left_out(office uuid, from_post uuid, to_post uuid) RETURNS uuid[] LANGUAGE sql STABLE AS $$
  SELECT ARRAY(SELECT s.id FROM public.post f
    JOIN public.post s ON s.organisation_id = f.organisation_id AND s.id = ANY (f.superior_post_ids)
    WHERE f.organisation_id = office AND f.id = from_post AND to_post = ANY (f.superior_post_ids)
      AND to_post = ANY (s.superior_post_ids) AND s.roles && ARRAY['dealing_hand', 'officer', 'dispatcher'])
$$;

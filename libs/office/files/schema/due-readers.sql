-- Who may read a file, reckoned anew from the register and from the tree of posts as it stands: the rule of which
-- `file_custody.reader_post_ids` is the answer.

-- Every post that held or sent one of its volumes and, at normal, their superiors. A part that was incorporated is read
-- by whoever reads the sheet on which its notes stand.
CREATE FUNCTION due_readers(organisation uuid, file uuid) RETURNS uuid[] LANGUAGE sql STABLE AS $$
  WITH held AS (
    SELECT DISTINCT p.post_id, c.grading FROM public.file_custody c JOIN public.office_file f
        ON f.organisation_id = c.organisation_id AND f.id = c.file_id
      CROSS JOIN LATERAL (SELECT public.volumes_of(organisation, c.file_id) AS id
        UNION SELECT v.id FROM public.file_custody main
          CROSS JOIN LATERAL public.volumes_of(organisation, main.file_id) v (id)
          WHERE c.incorporated AND c.grading = 'normal' AND main.organisation_id = organisation
            AND main.file_id = f.main_file_id AND main.grading = 'normal') things
      JOIN public.movement m ON m.organisation_id = organisation AND m.file_id = things.id
      CROSS JOIN LATERAL unnest(ARRAY[m.from_post_id, m.to_post_id]) p (post_id)
    WHERE c.organisation_id = organisation AND c.file_id = file AND p.post_id IS NOT NULL
    UNION SELECT c.holder_post_id, c.grading FROM public.file_custody c
    WHERE c.organisation_id = organisation AND c.file_id = file AND c.holder_post_id IS NOT NULL
  )
  SELECT ARRAY(SELECT post_id FROM held
    UNION SELECT unnest(p.superior_post_ids) FROM held JOIN public.post p
      ON p.organisation_id = organisation AND p.id = held.post_id AND held.grading = 'normal' ORDER BY 1)
$$;

CREATE FUNCTION is_due_reader(organisation uuid, file uuid, post uuid) RETURNS boolean LANGUAGE sql STABLE
  COST 5000 AS $$
  SELECT post = ANY (public.due_readers(organisation, file))
$$;

-- Writes down who is due to read these files, which the caller has locked. Answers of how many that was something else.
CREATE FUNCTION reckon_readers(organisation uuid, files uuid[]) RETURNS integer LANGUAGE sql VOLATILE AS $$
  WITH changed AS (
    UPDATE public.file_custody c SET reader_post_ids = reckoned.ids
      FROM (SELECT id AS file_id, public.due_readers(organisation, id) AS ids FROM unnest(files) id) reckoned
      WHERE c.organisation_id = organisation AND c.file_id = reckoned.file_id
        AND NOT (c.reader_post_ids @> reckoned.ids AND c.reader_post_ids <@ reckoned.ids)
      RETURNING 1)
  SELECT count(*)::integer FROM changed
$$;

-- The transactions of others that are open, each by who works in it since when. Whoever works in the office does not
-- see that of others.
CREATE FUNCTION open_transactions() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
  SELECT COALESCE(array_agg(pid || ' ' || xact_start), '{}') FROM pg_catalog.pg_stat_activity
  WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
    AND xact_start IS NOT NULL
$$;

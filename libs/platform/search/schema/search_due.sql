-- What has words that are not indexed yet: triggers write it with whatever changes the words, and every process that
-- works takes it.
CREATE TABLE search_due (
  kind text NOT NULL,
  item_id uuid NOT NULL,
  -- The newest have the highest ids, and are taken first.
  PRIMARY KEY (item_id, kind)
);

-- The row is locked until whoever changed the words commits, so that the job does not take it with the words of before.
CREATE FUNCTION find_words_of(kind text, item_id uuid) RETURNS void LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO public.search_due VALUES ($1, $2)
    ON CONFLICT ON CONSTRAINT search_due_pkey DO UPDATE SET item_id = EXCLUDED.item_id;
$$;

-- Words and phrases that mean the same in one office: who asks for one of them finds the others, beside what every
-- office calls alike. They are applied to the question, so that nothing that is indexed changes with them.
CREATE TABLE synonym_group (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  -- As they were written.
  words text[] NOT NULL,
  -- Each in the same order as its stems, with blanks between them.
  stems text[] NOT NULL,
  version integer NOT NULL DEFAULT 1 CHECK (version >= 1),
  CONSTRAINT synonym_group_of_several CHECK (cardinality(words) BETWEEN 2 AND 24),
  CONSTRAINT synonym_group_has_words CHECK ('' <> ALL (words) AND '' <> ALL (stems)),
  CONSTRAINT synonym_group_stems_of_words CHECK (cardinality(stems) = cardinality(words)),
  CONSTRAINT synonym_group_is_short CHECK (char_length(array_to_string(words, '')) <= 24 * 60)
);

-- By which stem the words of a group begin: what a question is looked up by.
CREATE FUNCTION first_stems(stems text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ARRAY(SELECT split_part(phrase, ' ', 1) FROM unnest(stems) phrase);
CREATE INDEX synonym_by_first_stem ON synonym_group USING gin (first_stems(stems));

-- A word means one thing, so it stands in one group, once; and an office has no more groups than a question can bear.
-- Two who add at a time take turns.
CREATE FUNCTION synonym_stands_once() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('synonyms', uuid_hash_extended(NEW.organisation_id, 0)));
  IF EXISTS (SELECT FROM unnest(NEW.stems) stem GROUP BY stem HAVING count(*) > 1)
    OR EXISTS (SELECT FROM public.synonym_group g
      WHERE g.organisation_id = NEW.organisation_id AND g.id <> NEW.id AND g.stems && NEW.stems) THEN
    RAISE EXCEPTION 'a word stands in one group' USING ERRCODE = 'unique_violation', CONSTRAINT = TG_NAME;
  END IF;
  IF TG_OP = 'INSERT'
    AND (SELECT count(*) >= 500 FROM public.synonym_group WHERE organisation_id = NEW.organisation_id) THEN
    RAISE EXCEPTION 'an office has 500 groups at most' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER synonym_stands_once BEFORE INSERT OR UPDATE ON synonym_group
  FOR EACH ROW EXECUTE FUNCTION synonym_stands_once();

CREATE TRIGGER synonym_group_is_sealed AFTER INSERT OR UPDATE OR DELETE ON synonym_group
  FOR EACH ROW EXECUTE FUNCTION seal_row('id', 'stems', 'version');

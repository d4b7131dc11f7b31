-- Whom a forward made a reader an hour ago or less: one short row instead of a change among the eighty keys of the
-- file. A search asks for both; a job sorts the rows in. Only functions write it: a row too many would show a file to
-- somebody.
CREATE TABLE new_file_reader (
  organisation_id uuid NOT NULL,
  post_id uuid NOT NULL,
  computer_number integer NOT NULL,
  PRIMARY KEY (organisation_id, post_id, computer_number)
);

-- Sorts in the new readers of some files that no command holds just now. Answers how many files these were.
CREATE FUNCTION sort_in_new_readers(files integer) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE taken uuid[];
BEGIN
  SELECT COALESCE(array_agg(held.file_id), '{}') INTO taken FROM (
    SELECT c.file_id FROM public.file_custody c WHERE c.file_id IN (
      SELECT s.file_id FROM (SELECT * FROM public.new_file_reader LIMIT files) n
      JOIN public.file_search s ON s.organisation_id = n.organisation_id AND s.computer_number = n.computer_number)
    FOR NO KEY UPDATE SKIP LOCKED) held;
  UPDATE public.file_search s SET reader_post_ids = c.reader_post_ids
    FROM public.file_custody c WHERE s.file_id = ANY (taken) AND c.file_id = s.file_id;
  DELETE FROM public.new_file_reader n USING public.file_search s
    WHERE s.file_id = ANY (taken) AND n.organisation_id = s.organisation_id AND n.computer_number = s.computer_number
      AND n.post_id = ANY (s.reader_post_ids);
  RETURN cardinality(taken);
END $$;

-- What files are found by: words, readers, state. Its rows are written when one of these changes, and not when a file
-- merely moves on. One index over all of it answers "these words, this reader, in this stretch of computer numbers"
-- without reading a file that does not fit.
--
-- Only triggers write it. They are always on, also where a session has set triggers aside: a row that named a reader
-- too many would show a file to somebody who may not see it.
CREATE TABLE file_search (
  file_id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  computer_number integer NOT NULL,
  words text NOT NULL,
  state text NOT NULL,
  grading text NOT NULL,
  reader_post_ids uuid[] NOT NULL,
  unit_id uuid NOT NULL,
  -- The stems of the subject's words, which a job adds soon after.
  said tsvector,
  CONSTRAINT search_number_once UNIQUE (organisation_id, computer_number),
  CONSTRAINT search_of_file FOREIGN KEY (organisation_id, file_id)
    REFERENCES office_file (organisation_id, id) ON DELETE CASCADE
);
CREATE INDEX file_by_search ON file_search
  USING gin (file_search_keys(organisation_id, computer_number, words, state, reader_post_ids, said))
  WITH (fastupdate = on, gin_pending_list_limit = 64);

-- Names the stretch of 2^bits computer numbers of this organisation in which this one lies.
CREATE FUNCTION file_stretch(organisation_id uuid, computer_number integer, bits integer) RETURNS bigint
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN uuid_hash_extended(organisation_id, ((computer_number >> bits)::bigint << 5) + bits);

-- In small letters and western digits, without the joiners of Hindi, which say nothing.
CREATE FUNCTION file_words(number text, subject text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN lower(translate(number || ' ' || subject,
    U&'\0966\0967\0968\0969\096A\096B\096C\096D\096E\096F\200C\200D', '0123456789'));

-- The stretches in which the file lies, and every reader, its state, each three letters in a row and each stem, within
-- the longest.
CREATE FUNCTION file_search_keys(
  organisation_id uuid, computer_number integer, words text, state text, reader_post_ids uuid[], said tsvector
) RETURNS bigint[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  letters CONSTANT text[] := string_to_array(words, NULL);
  longest CONSTANT bigint := public.file_stretch(organisation_id, computer_number, 16);
  keys bigint[] := ARRAY[
    public.file_stretch(organisation_id, computer_number, 7), public.file_stretch(organisation_id, computer_number, 10),
    public.file_stretch(organisation_id, computer_number, 13), longest, hashtextextended(state, longest)];
  reader uuid;
  stem text;
BEGIN
  FOREACH stem IN ARRAY COALESCE(tsvector_to_array(said), '{}') LOOP
    keys := array_append(keys, hashtextextended(stem, longest));
  END LOOP;
  FOREACH reader IN ARRAY reader_post_ids LOOP
    keys := array_append(keys, uuid_hash_extended(reader, longest));
  END LOOP;
  FOR i IN 1 .. cardinality(letters) - 2 LOOP
    keys := array_append(keys, hashtextextended(letters[i] || letters[i + 1] || letters[i + 2], longest));
  END LOOP;
  RETURN keys;
END $$;

CREATE FUNCTION find_new_file() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.file_search
    SELECT f.id, f.organisation_id, f.computer_number,
      public.file_words(concat_ws(' ', f.number, f.number_hi), f.subject),
      NEW.state, NEW.grading, NEW.reader_post_ids
    FROM public.office_file f WHERE f.organisation_id = NEW.organisation_id AND f.id = NEW.file_id;
  PERFORM public.find_words_of('file', NEW.file_id);
  RETURN NULL;
END $$;
-- Whoever could hang it on a table of his own would write here what he likes.
REVOKE ALL ON FUNCTION find_new_file() FROM PUBLIC;
CREATE TRIGGER new_file_is_found AFTER INSERT ON file_custody FOR EACH ROW EXECUTE FUNCTION find_new_file();
ALTER TABLE file_custody ENABLE ALWAYS TRIGGER new_file_is_found;

-- A further reader is noted to be sorted in later. Anything else, such as another grading, is sorted in at once.
CREATE FUNCTION find_file_by_custody() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.state = OLD.state AND NEW.grading = OLD.grading AND OLD.reader_post_ids <@ NEW.reader_post_ids THEN
    INSERT INTO public.new_file_reader (organisation_id, post_id, computer_number)
      SELECT s.organisation_id, reader, s.computer_number
      FROM public.file_search s, unnest(NEW.reader_post_ids) reader
      WHERE s.file_id = NEW.file_id AND reader <> ALL (OLD.reader_post_ids)
      ON CONFLICT DO NOTHING;
  ELSE
    DELETE FROM public.new_file_reader n USING public.file_search s
      WHERE s.file_id = NEW.file_id AND n.organisation_id = s.organisation_id AND n.computer_number = s.computer_number
        AND n.post_id = ANY (OLD.reader_post_ids);
    UPDATE public.file_search SET state = NEW.state, grading = NEW.grading, reader_post_ids = NEW.reader_post_ids
      WHERE file_id = NEW.file_id;
  END IF;
  RETURN NULL;
END $$;
-- Whoever could hang it on a table of his own would write here what he likes.
REVOKE ALL ON FUNCTION find_file_by_custody() FROM PUBLIC;
CREATE TRIGGER file_is_found_by_custody AFTER UPDATE ON file_custody FOR EACH ROW
  WHEN (OLD.reader_post_ids IS DISTINCT FROM NEW.reader_post_ids OR OLD.state <> NEW.state
    OR OLD.grading <> NEW.grading)
  EXECUTE FUNCTION find_file_by_custody();
ALTER TABLE file_custody ENABLE ALWAYS TRIGGER file_is_found_by_custody;

CREATE FUNCTION find_file_by_cover() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.file_search
    SET computer_number = NEW.computer_number,
      words = public.file_words(concat_ws(' ', NEW.number, NEW.number_hi), NEW.subject)
    WHERE file_id = NEW.id;
  PERFORM public.find_words_of('file', NEW.id);
  RETURN NULL;
END $$;
-- Whoever could hang it on a table of his own would write here what he likes.
REVOKE ALL ON FUNCTION find_file_by_cover() FROM PUBLIC;
CREATE TRIGGER file_is_found_by_cover AFTER UPDATE ON office_file FOR EACH ROW
  WHEN (OLD.subject <> NEW.subject OR OLD.number <> NEW.number
    OR OLD.number_hi IS DISTINCT FROM NEW.number_hi OR OLD.computer_number <> NEW.computer_number)
  EXECUTE FUNCTION find_file_by_cover();
ALTER TABLE office_file ENABLE ALWAYS TRIGGER file_is_found_by_cover;

-- Sets by which stems these files are found. It gives nobody a file to read: readers are conditions of their own.
CREATE FUNCTION say_files(files uuid[], texts text[]) RETURNS void LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
  UPDATE public.file_search s SET said = given.text::tsvector
    FROM unnest(files, texts) given(file, text) WHERE s.file_id = given.file;
$$;

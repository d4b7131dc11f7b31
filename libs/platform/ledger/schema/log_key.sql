-- A key that signs the log, from which entry on.
CREATE TABLE log_key (
  number smallint PRIMARY KEY CHECK (number > 0),
  written text NOT NULL UNIQUE CHECK (written ~ '^[^ +]+[+][0-9a-f]{8}[+]'),
  signs_from bigint NOT NULL CHECK (signs_from >= 0)
);

CREATE TRIGGER log_key_is_final BEFORE UPDATE OR DELETE ON log_key FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER log_key_is_not_truncated BEFORE TRUNCATE ON log_key EXECUTE FUNCTION refuse_change();

-- A key after the first is announced in the log itself.
CREATE FUNCTION log_key_begins(new_key text, entry text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE last smallint; next bigint;
BEGIN
  PERFORM FROM public.published_log FOR UPDATE;
  SELECT max(number) INTO last FROM public.log_key;
  IF (last IS NULL) <> (entry IS NULL) THEN
    RAISE EXCEPTION 'a key after the first is an entry'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'log_key_is_an_entry';
  END IF;
  SELECT COALESCE(max(index) + 1, 0) INTO next FROM public.log_entry;
  IF entry IS NOT NULL THEN
    INSERT INTO public.log_entry (index, text, leaf_hash)
      VALUES (next, entry, sha256(decode('00', 'hex') || convert_to(entry, 'UTF8')));
  END IF;
  INSERT INTO public.log_key (number, written, signs_from)
    VALUES (COALESCE(last, 0) + 1, new_key, CASE WHEN entry IS NULL THEN 0 ELSE next + 1 END);
END $$;

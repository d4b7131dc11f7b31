-- A scan is found by what was read on its pages, once all have been read.
CREATE FUNCTION find_words_of_scan() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM public.find_words_of('scan', CASE TG_OP WHEN 'DELETE' THEN OLD.document_id ELSE NEW.document_id END);
  RETURN NULL;
END $$;
-- Whoever could hang it on a table of his own would have others read what he likes.
REVOKE ALL ON FUNCTION find_words_of_scan() FROM PUBLIC;
CREATE TRIGGER scan_is_found AFTER UPDATE OF state ON document_text FOR EACH ROW
  WHEN (NEW.state IN ('done', 'failed')) EXECUTE FUNCTION find_words_of_scan();
CREATE TRIGGER deleted_scan_is_not_found AFTER DELETE ON document_text FOR EACH ROW
  EXECUTE FUNCTION find_words_of_scan();

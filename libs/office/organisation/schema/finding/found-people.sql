-- People and posts are found by what they are called, posts also by their unit.
CREATE TRIGGER person_is_found AFTER INSERT ON office_user FOR EACH ROW EXECUTE FUNCTION find_words_of_row('person');
CREATE TRIGGER renamed_person_is_found AFTER UPDATE ON office_user FOR EACH ROW
  WHEN ((OLD.name_hi, OLD.name_en) IS DISTINCT FROM (NEW.name_hi, NEW.name_en))
  EXECUTE FUNCTION find_words_of_row('person');
CREATE TRIGGER post_is_found AFTER INSERT ON post FOR EACH ROW EXECUTE FUNCTION find_words_of_row('post');
CREATE TRIGGER renamed_post_is_found AFTER UPDATE ON post FOR EACH ROW
  WHEN ((OLD.designation_hi, OLD.designation_en, OLD.marking, OLD.marking_hi, OLD.unit_id)
    IS DISTINCT FROM (NEW.designation_hi, NEW.designation_en, NEW.marking, NEW.marking_hi, NEW.unit_id))
  EXECUTE FUNCTION find_words_of_row('post');

CREATE FUNCTION find_words_of_unit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM public.find_words_of('post', p.id) FROM public.post p
    WHERE p.organisation_id = NEW.organisation_id AND p.unit_id = NEW.id ORDER BY p.id;
  RETURN NULL;
END $$;
-- Whoever could hang it on a table of his own would have others read what he likes.
REVOKE ALL ON FUNCTION find_words_of_unit() FROM PUBLIC;
CREATE TRIGGER renamed_unit_is_found AFTER UPDATE ON unit FOR EACH ROW
  WHEN ((OLD.name_hi, OLD.name_en) IS DISTINCT FROM (NEW.name_hi, NEW.name_en))
  EXECUTE FUNCTION find_words_of_unit();

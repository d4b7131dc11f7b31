-- Of which unit a file is.

-- Which unit a file is of stands on its cover for good. It is repeated where rules are asked, and the database alone
-- writes it there: a row with another unit would show a file to an auditor who may not see it.
CREATE FUNCTION take_unit_of_file() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  NEW.unit_id := (SELECT f.unit_id FROM public.office_file f
    WHERE f.organisation_id = NEW.organisation_id AND f.id = NEW.file_id);
  RETURN NEW;
END $$;
CREATE TRIGGER custody_is_of_a_unit BEFORE INSERT ON file_custody FOR EACH ROW EXECUTE FUNCTION take_unit_of_file();
ALTER TABLE file_custody ENABLE ALWAYS TRIGGER custody_is_of_a_unit;
CREATE TRIGGER search_is_of_a_unit BEFORE INSERT ON file_search FOR EACH ROW EXECUTE FUNCTION take_unit_of_file();
ALTER TABLE file_search ENABLE ALWAYS TRIGGER search_is_of_a_unit;

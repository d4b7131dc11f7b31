-- What custody counts goes up, and is counted there.

CREATE FUNCTION refuse_counting_down() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what counts goes up' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
END $$;

-- A movement and a note need no comparison of their own when custody counts them: then custody was changed, and is
-- compared.
CREATE FUNCTION refuse_uncounted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE c record;
BEGIN
  SELECT movements, notes INTO c FROM public.file_custody
    WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id;
  IF TG_TABLE_NAME = 'movement' THEN
    IF c.movements >= NEW.sequence THEN RETURN NULL; END IF;
  ELSIF c.notes >= NEW.number THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'a file is where its register says, with what was counted'
    USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
END $$;
CREATE CONSTRAINT TRIGGER movement_moves_file AFTER INSERT ON movement
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.file_id IS NOT NULL) EXECUTE FUNCTION refuse_uncounted();

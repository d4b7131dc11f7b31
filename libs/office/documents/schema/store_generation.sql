-- The one row that says how far the object store has come, so that nothing is swept by the word of an older database.
CREATE TABLE store_generation (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  store uuid NOT NULL,
  generation bigint NOT NULL CHECK (generation >= 0)
);
INSERT INTO store_generation (store, generation) VALUES (gen_random_uuid(), 0);

CREATE FUNCTION generation_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.generation < OLD.generation OR NEW.store <> OLD.store THEN
    RAISE EXCEPTION 'the generation of the store only grows'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'generation_grows';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER generation_grows BEFORE UPDATE ON store_generation FOR EACH ROW EXECUTE FUNCTION generation_grows();

-- The link by which whoever has it sets up the office: the latest that was made, used once.
CREATE TABLE set_up_link (
  -- There is one.
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  token_hash text NOT NULL,
  expires_at timestamptz NOT NULL,
  -- Which office was set up by it.
  organisation_id uuid REFERENCES organisation
);

-- An office is set up in a database that has none, and not again.
CREATE FUNCTION refuse_second_office() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM public.organisation WHERE id IS DISTINCT FROM NEW.organisation_id)
    OR EXISTS (SELECT FROM public.set_up_link WHERE organisation_id IS NOT NULL) THEN
    RAISE EXCEPTION 'a database has one office' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER one_office_is_set_up BEFORE INSERT OR UPDATE ON set_up_link
  FOR EACH ROW EXECUTE FUNCTION refuse_second_office();

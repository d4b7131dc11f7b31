-- That the post on whose desk a file lies has pinned it to the top.
CREATE TABLE desk_pin (
  organisation_id uuid NOT NULL,
  post_id uuid NOT NULL,
  file_id uuid NOT NULL,
  pinned_at timestamptz NOT NULL DEFAULT office_now(),
  PRIMARY KEY (organisation_id, post_id, file_id),
  CONSTRAINT pinning_post FOREIGN KEY (organisation_id, post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT file_pinned FOREIGN KEY (organisation_id, file_id) REFERENCES office_file (organisation_id, id)
);
CREATE INDEX pinned_by_file ON desk_pin (organisation_id, file_id);

CREATE FUNCTION refuse_pin_elsewhere() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- The row is held until the end, so that the file does not leave meanwhile and its pin stays.
  PERFORM FROM public.file_custody c
    WHERE c.organisation_id = NEW.organisation_id AND c.file_id = NEW.file_id
      AND c.holder_post_id = NEW.post_id AND c.state = 'on_desk' FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a file is pinned by the post on whose desk it lies'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER pinned_where_it_lies BEFORE INSERT OR UPDATE ON desk_pin FOR EACH ROW
  EXECUTE FUNCTION refuse_pin_elsewhere();

-- What leaves the desk, or is set aside there, is not on its top any more, also when it comes back.
CREATE FUNCTION take_pin_off() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM public.desk_pin p
    WHERE p.organisation_id = OLD.organisation_id AND p.post_id = OLD.holder_post_id AND p.file_id = OLD.file_id;
  RETURN NULL;
END $$;
CREATE TRIGGER pin_goes_with_the_desk AFTER UPDATE OF holder_post_id, state ON file_custody FOR EACH ROW
  WHEN (OLD.state = 'on_desk' AND (NEW.state <> 'on_desk' OR NEW.holder_post_id <> OLD.holder_post_id))
  EXECUTE FUNCTION take_pin_off();

-- A letter to several is answered by each of them: what comes in answers it for the addressee from whom it came. An
-- order names no addressee, and is answered as a whole.
CREATE FUNCTION refuse_answer_of_nobody() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.answers_position IS NULL) = EXISTS (SELECT FROM public.issue_recipient n
      WHERE n.organisation_id = NEW.organisation_id AND n.issue_id = NEW.answers_issue_id AND NOT n.as_copy
        AND n.position = COALESCE(NEW.answers_position, n.position)) THEN
    RAISE EXCEPTION 'a letter is answered for one of its addressees'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'answer_is_of_an_addressee';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER answer_is_of_an_addressee BEFORE INSERT ON correspondence
  FOR EACH ROW WHEN (NEW.answers_issue_id IS NOT NULL) EXECUTE FUNCTION refuse_answer_of_nobody();

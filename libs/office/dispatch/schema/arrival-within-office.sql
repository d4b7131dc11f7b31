-- A letter that is sent to a post of the same office arrives there as a receipt, in the act that sends it: with the
-- bytes that were signed and with what it encloses.

CREATE FUNCTION refuse_arrival_of_other_letter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM public.issue i
    JOIN public.issue_recipient n ON n.organisation_id = i.organisation_id AND n.issue_id = i.id
      AND n.position = NEW.position
    JOIN public.receipt r ON r.organisation_id = i.organisation_id
      AND r.document_id = COALESCE(n.document_id, i.document_id)
    WHERE r.organisation_id = NEW.organisation_id AND r.id = NEW.receipt_id AND i.id = NEW.issue_id
      AND r.delivery_mode = 'within_office' AND r.letter_date = i.issued_on
      -- As the letter bears it.
      AND r.letter_number = COALESCE(CASE i.language WHEN 'hi' THEN i.number_hi END, i.number)
      AND r.holder_post_id = NEW.to_post_id) THEN
    RAISE EXCEPTION 'what arrives is the letter that was sent'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'letter_arrives_as_sent';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER letter_arrives_as_sent BEFORE INSERT ON dispatch
  FOR EACH ROW WHEN (NEW.mode = 'within_office') EXECUTE FUNCTION refuse_arrival_of_other_letter();

CREATE FUNCTION refuse_arrival_of_other_enclosures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM (SELECT e.place, e.document_id, e.title FROM public.issue i JOIN public.letter_enclosure e
        ON e.organisation_id = i.organisation_id AND e.draft_id = i.draft_id AND e.draft_version = i.draft_version
      WHERE i.organisation_id = NEW.organisation_id AND i.id = NEW.issue_id) sent
    FULL JOIN (SELECT a.place, a.document_id, a.title FROM public.receipt_enclosure a
      WHERE a.organisation_id = NEW.organisation_id AND a.receipt_id = NEW.receipt_id) arrived
      ON (arrived.place, arrived.document_id, arrived.title) = (sent.place, sent.document_id, sent.title)
    WHERE sent.place IS NULL OR arrived.place IS NULL) THEN
    RAISE EXCEPTION 'a letter arrives with what it encloses'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'enclosures_arrive_as_sent';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER enclosures_arrive_as_sent AFTER INSERT ON dispatch FOR EACH ROW WHEN (NEW.receipt_id IS NOT NULL)
  EXECUTE FUNCTION refuse_arrival_of_other_enclosures();

-- Where a receipt is: on the desk that its register says, in a file, or closed by the post that its register says.

-- At the end of each transaction a letter is where its last movement brought it, closed if that
-- closed it, or in the file that it was put in.
CREATE FUNCTION refuse_receipt_unlike_register() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_receipt uuid;
  r public.receipt;
  last public.movement;
BEGIN
  IF TG_TABLE_NAME = 'receipt' THEN of_receipt := NEW.id; ELSE of_receipt := NEW.receipt_id; END IF;
  SELECT * INTO r FROM public.receipt WHERE organisation_id = NEW.organisation_id AND id = of_receipt;
  SELECT * INTO last FROM public.movement WHERE organisation_id = NEW.organisation_id AND receipt_id = of_receipt
    ORDER BY sequence DESC LIMIT 1;
  IF r.movements IS DISTINCT FROM last.sequence
    OR r.state <> 'in_file' AND r.holder_post_id IS DISTINCT FROM last.to_post_id
    OR r.closed_by_post_id IS DISTINCT FROM (CASE last.kind WHEN 'closed' THEN last.by_post_id END)
    OR r.file_id IS DISTINCT FROM (SELECT k.file_id FROM public.correspondence k
      WHERE k.organisation_id = r.organisation_id
      AND k.receipt_id = r.id AND k.detached_at IS NULL) THEN
    RAISE EXCEPTION 'a letter is where its register says' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER new_receipt_has_register AFTER INSERT ON receipt
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_receipt_unlike_register();
CREATE CONSTRAINT TRIGGER receipt_agrees_with_register AFTER UPDATE ON receipt
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((OLD.state, OLD.holder_post_id, OLD.movements, OLD.file_id, OLD.closed_by_post_id)
    IS DISTINCT FROM (NEW.state, NEW.holder_post_id, NEW.movements, NEW.file_id, NEW.closed_by_post_id))
  EXECUTE FUNCTION refuse_receipt_unlike_register();
CREATE CONSTRAINT TRIGGER movement_moves_receipt AFTER INSERT ON movement
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.receipt_id IS NOT NULL)
    EXECUTE FUNCTION refuse_receipt_unlike_register();
CREATE CONSTRAINT TRIGGER detached_letter_is_on_desk AFTER UPDATE ON correspondence
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.detached_at IS NULL AND NEW.detached_at IS NOT NULL)
  EXECUTE FUNCTION refuse_receipt_unlike_register();

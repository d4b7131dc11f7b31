-- Receipts, and copies that nobody has seen, stand on desks.

CREATE FUNCTION enter_receipt_on_desk() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  e public.desk_entry;
BEGIN
  IF NEW.holder_post_id IS NULL THEN
    PERFORM public.leave_desk(NEW.organisation_id, 'receipt', NEW.id, NULL);
    RETURN NULL;
  END IF;
  e.organisation_id := NEW.organisation_id;
  e.kind := 'receipt';
  e.id := NEW.id;
  e.post_id := NEW.holder_post_id;
  e.place := 'desk';
  e.since := NEW.since;
  e.day := COALESCE(NEW.due_on, 'infinity');
  e.urgency := public.urgency_place(NEW.urgency);
  e.from_post_id := NEW.sender_post_id;
  e.unread := NEW.opened_at IS NULL;
  PERFORM public.enter_on_desk(e);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION enter_receipt_on_desk() FROM PUBLIC;
CREATE TRIGGER receipt_comes_to_desk AFTER INSERT ON receipt FOR EACH ROW EXECUTE FUNCTION enter_receipt_on_desk();
ALTER TABLE receipt ENABLE ALWAYS TRIGGER receipt_comes_to_desk;
CREATE TRIGGER receipt_goes_to_desk AFTER UPDATE ON receipt FOR EACH ROW
  WHEN ((OLD.state, OLD.holder_post_id, OLD.sender_post_id, OLD.since, OLD.opened_at, OLD.due_on, OLD.urgency)
    IS DISTINCT FROM
    (NEW.state, NEW.holder_post_id, NEW.sender_post_id, NEW.since, NEW.opened_at, NEW.due_on, NEW.urgency))
  EXECUTE FUNCTION enter_receipt_on_desk();
ALTER TABLE receipt ENABLE ALWAYS TRIGGER receipt_goes_to_desk;

-- Who holds the letter itself needs no copy of it.
CREATE FUNCTION enter_copy_on_desk() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  of_receipt uuid;
  k record;
  e public.desk_entry;
BEGIN
  IF TG_TABLE_NAME = 'receipt' THEN of_receipt := NEW.id; ELSE of_receipt := NEW.receipt_id; END IF;
  FOR k IN SELECT c.*, r.urgency, r.holder_post_id FROM public.receipt_copy c
      JOIN public.receipt r ON r.organisation_id = c.organisation_id AND r.id = c.receipt_id
      WHERE c.organisation_id = NEW.organisation_id AND c.receipt_id = of_receipt LOOP
    IF num_nonnulls(k.seen_at, k.taken_back_at) > 0 OR k.holder_post_id IS NOT DISTINCT FROM k.post_id THEN
      PERFORM public.leave_desk(k.organisation_id, 'copy', k.receipt_id, k.post_id);
      CONTINUE;
    END IF;
    e.organisation_id := k.organisation_id;
    e.kind := 'copy';
    e.id := k.receipt_id;
    e.post_id := k.post_id;
    e.place := 'desk';
    e.since := k.at;
    e.day := 'infinity';
    e.urgency := public.urgency_place(k.urgency);
    e.from_post_id := k.from_post_id;
    e.unread := true;
    PERFORM public.enter_on_desk(e);
  END LOOP;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION enter_copy_on_desk() FROM PUBLIC;
CREATE TRIGGER copy_comes_to_desk AFTER INSERT OR UPDATE ON receipt_copy FOR EACH ROW
  EXECUTE FUNCTION enter_copy_on_desk();
ALTER TABLE receipt_copy ENABLE ALWAYS TRIGGER copy_comes_to_desk;
CREATE TRIGGER copies_follow_receipt AFTER UPDATE ON receipt FOR EACH ROW
  WHEN ((OLD.holder_post_id, OLD.urgency) IS DISTINCT FROM (NEW.holder_post_id, NEW.urgency))
  EXECUTE FUNCTION enter_copy_on_desk();
ALTER TABLE receipt ENABLE ALWAYS TRIGGER copies_follow_receipt;

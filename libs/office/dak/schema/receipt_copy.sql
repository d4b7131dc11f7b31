-- A copy for information of a receipt that was marked to several posts: the post reads the receipt by it. It is seen
-- once; one that nobody has seen is taken back with the receipt.
CREATE TABLE receipt_copy (
  organisation_id uuid NOT NULL,
  receipt_id uuid NOT NULL,
  post_id uuid NOT NULL,
  -- The line of the register with which it was given, and who gave it.
  movement_sequence integer NOT NULL,
  from_post_id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT office_now(),
  seen_at timestamptz,
  seen_by_user_id uuid,
  seen_capacity text CONSTRAINT copy_seen_capacity_check CHECK (seen_capacity IN ('regular', 'additional', 'link')),
  taken_back_at timestamptz,
  earlier jsonb,
  PRIMARY KEY (organisation_id, receipt_id, post_id),
  CONSTRAINT copy_for_another CHECK (post_id <> from_post_id),
  CONSTRAINT copy_seen_wholly CHECK (num_nonnulls(seen_at, seen_by_user_id, seen_capacity) IN (0, 3)),
  CONSTRAINT seen_copy_stays CHECK (num_nonnulls(seen_at, taken_back_at) < 2),
  CONSTRAINT copy_of_movement FOREIGN KEY (organisation_id, receipt_id, movement_sequence)
    REFERENCES movement (organisation_id, receipt_id, sequence),
  CONSTRAINT copy_to_post FOREIGN KEY (organisation_id, post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT copy_from_post FOREIGN KEY (organisation_id, from_post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT copy_seen_by FOREIGN KEY (organisation_id, seen_by_user_id) REFERENCES office_user (organisation_id, id)
);
CREATE INDEX receipt_copies_of_post ON receipt_copy (organisation_id, post_id, at, receipt_id)
  WHERE taken_back_at IS NULL;

CREATE TRIGGER receipt_copy_is_sealed AFTER INSERT OR UPDATE OR DELETE ON receipt_copy
  FOR EACH ROW EXECUTE FUNCTION seal_row('organisation_id receipt_id post_id');

CREATE TRIGGER receipt_copy_is_kept BEFORE DELETE ON receipt_copy FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER receipt_copy_is_not_truncated BEFORE TRUNCATE ON receipt_copy EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_stray_copy() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  m public.movement;
  next text;
BEGIN
  SELECT * INTO m FROM public.movement WHERE organisation_id = NEW.organisation_id AND receipt_id = NEW.receipt_id
    AND sequence = NEW.movement_sequence;
  SELECT kind INTO next FROM public.movement WHERE organisation_id = NEW.organisation_id AND receipt_id = NEW.receipt_id
    AND sequence = NEW.movement_sequence + 1;
  IF TG_OP = 'INSERT' OR NEW.movement_sequence > OLD.movement_sequence THEN
    IF m.kind = 'forwarded' AND next IS NULL AND m.from_post_id = NEW.from_post_id AND m.to_post_id <> NEW.post_id
      AND num_nonnulls(NEW.seen_at, NEW.taken_back_at) = 0
      AND (SELECT count(*) FROM public.receipt_copy k WHERE k.organisation_id = NEW.organisation_id
        AND k.receipt_id = NEW.receipt_id AND k.movement_sequence = NEW.movement_sequence) < 19 THEN
      RETURN NEW;
    END IF;
  ELSIF num_nonnulls(OLD.seen_at, OLD.taken_back_at) = 0
    AND (NEW.organisation_id, NEW.receipt_id, NEW.post_id, NEW.movement_sequence, NEW.from_post_id, NEW.at)
      = (OLD.organisation_id, OLD.receipt_id, OLD.post_id, OLD.movement_sequence, OLD.from_post_id, OLD.at)
    AND (NEW.taken_back_at IS NULL OR next = 'pulled_back') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a copy is given with a forward, to others than its ends, and is seen or taken back once'
    USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
END $$;
CREATE TRIGGER copy_is_given_and_seen BEFORE INSERT OR UPDATE ON receipt_copy
  FOR EACH ROW EXECUTE FUNCTION refuse_stray_copy();

CREATE FUNCTION refuse_copy_without_reading() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE of_receipt uuid;
BEGIN
  IF TG_TABLE_NAME = 'receipt' THEN of_receipt := NEW.id; ELSE of_receipt := NEW.receipt_id; END IF;
  IF EXISTS (SELECT FROM public.receipt_copy k JOIN public.receipt r ON r.organisation_id = k.organisation_id
      AND r.id = k.receipt_id WHERE k.organisation_id = NEW.organisation_id AND k.receipt_id = of_receipt
        AND k.taken_back_at IS NULL AND k.post_id <> ALL (r.reader_post_ids)) THEN
    RAISE EXCEPTION 'who is given a copy reads the letter' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER copy_may_be_read AFTER INSERT OR UPDATE ON receipt_copy
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_copy_without_reading();
CREATE CONSTRAINT TRIGGER copies_stay_readable AFTER UPDATE OF reader_post_ids ON receipt
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.reader_post_ids IS DISTINCT FROM NEW.reader_post_ids)
  EXECUTE FUNCTION refuse_copy_without_reading();

-- The copy as it was before it was given anew, if it was there then: that comes back when the new one is taken back.
CREATE FUNCTION keep_earlier_copy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.earlier := NULL;
  ELSIF NEW.movement_sequence > OLD.movement_sequence THEN
    NEW.earlier := CASE WHEN OLD.taken_back_at IS NULL THEN to_jsonb(OLD) - 'earlier' END;
  ELSIF NEW.taken_back_at IS NOT NULL AND OLD.earlier IS NOT NULL THEN
    NEW := jsonb_populate_record(OLD, OLD.earlier);
    NEW.earlier := NULL;
  ELSE
    NEW.earlier := OLD.earlier;
  END IF;
  RETURN NEW;
END $$;
-- By their names, after the one that looks at what the statement wants: copy_is_given_and_seen.
CREATE TRIGGER copy_keeps_earlier BEFORE INSERT OR UPDATE ON receipt_copy
  FOR EACH ROW EXECUTE FUNCTION keep_earlier_copy();

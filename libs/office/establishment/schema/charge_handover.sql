-- That the charge of a post was handed over: who, by which order, and what was pending there at that moment. The
-- certificate is made of it afterwards. Whoever succeeds confirms, and with it what had come between.
CREATE TABLE charge_handover (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  post_id uuid NOT NULL,
  tenure_id uuid NOT NULL UNIQUE,
  from_user_id uuid NOT NULL,
  cause text NOT NULL CHECK (cause IN ('relieved', 'transferred', 'promoted', 'attached', 'suspended', 'retired',
    'died', 'contract_ended')),
  order_reference text NOT NULL CHECK (order_reference <> ''),
  handed_on date NOT NULL,
  half text NOT NULL CHECK (half IN ('forenoon', 'afternoon')),
  items jsonb NOT NULL CHECK (jsonb_typeof(items) = 'array'),
  handed_by_user_id uuid NOT NULL,
  handed_by_post_id uuid NOT NULL,
  handed_capacity text NOT NULL CHECK (handed_capacity IN ('regular', 'additional', 'link')),
  handed_at timestamptz NOT NULL DEFAULT office_now(),
  document_hi_id uuid,
  document_en_id uuid,
  taken_by_user_id uuid,
  taken_at timestamptz,
  came_between jsonb CHECK (jsonb_typeof(came_between) = 'array'),
  CONSTRAINT certificate_in_both_languages CHECK ((document_hi_id IS NULL) = (document_en_id IS NULL)),
  CONSTRAINT taken_over_whole CHECK (num_nonnulls(taken_by_user_id, taken_at, came_between) IN (0, 3)),
  CONSTRAINT charge_tenure FOREIGN KEY (organisation_id, tenure_id) REFERENCES tenure (organisation_id, id),
  CONSTRAINT charge_post FOREIGN KEY (organisation_id, post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT charge_from FOREIGN KEY (organisation_id, from_user_id) REFERENCES office_user (organisation_id, id),
  CONSTRAINT charge_handed_by FOREIGN KEY (organisation_id, handed_by_user_id)
    REFERENCES office_user (organisation_id, id),
  CONSTRAINT charge_handed_from FOREIGN KEY (organisation_id, handed_by_post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT charge_taken_by FOREIGN KEY (organisation_id, taken_by_user_id)
    REFERENCES office_user (organisation_id, id),
  CONSTRAINT charge_document_hi FOREIGN KEY (organisation_id, document_hi_id) REFERENCES document (organisation_id, id),
  CONSTRAINT charge_document_en FOREIGN KEY (organisation_id, document_en_id) REFERENCES document (organisation_id, id)
);
CREATE INDEX charge_by_time ON charge_handover (organisation_id, handed_at, id);
CREATE INDEX charge_by_post ON charge_handover (organisation_id, post_id, handed_at);
CREATE INDEX charge_by_document_hi ON charge_handover (organisation_id, document_hi_id);
CREATE INDEX charge_by_document_en ON charge_handover (organisation_id, document_en_id);

CREATE TRIGGER charge_handover_is_sealed AFTER INSERT OR UPDATE OR DELETE ON charge_handover
  FOR EACH ROW EXECUTE FUNCTION seal_row('id');

CREATE TRIGGER charge_handover_is_final BEFORE UPDATE ON charge_handover FOR EACH ROW
  WHEN (OLD.taken_at IS NOT NULL AND (OLD.taken_by_user_id, OLD.taken_at, OLD.came_between)
      IS DISTINCT FROM (NEW.taken_by_user_id, NEW.taken_at, NEW.came_between)
    OR OLD.document_hi_id IS NOT NULL AND (OLD.document_hi_id, OLD.document_en_id)
      IS DISTINCT FROM (NEW.document_hi_id, NEW.document_en_id)
    OR (OLD.id, OLD.organisation_id, OLD.post_id, OLD.tenure_id, OLD.from_user_id, OLD.cause, OLD.order_reference,
        OLD.handed_on, OLD.half, OLD.items, OLD.handed_by_user_id, OLD.handed_by_post_id, OLD.handed_capacity,
        OLD.handed_at)
      IS DISTINCT FROM (NEW.id, NEW.organisation_id, NEW.post_id, NEW.tenure_id, NEW.from_user_id, NEW.cause,
        NEW.order_reference, NEW.handed_on, NEW.half, NEW.items, NEW.handed_by_user_id, NEW.handed_by_post_id,
        NEW.handed_capacity, NEW.handed_at))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER charge_handover_is_kept BEFORE DELETE ON charge_handover FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER charge_handover_is_not_truncated BEFORE TRUNCATE ON charge_handover EXECUTE FUNCTION refuse_change();

-- Whoever hands over holds the post no longer, and whoever takes over holds it.
CREATE FUNCTION refuse_unfit_charge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND EXISTS (SELECT FROM public.tenure t WHERE t.id = NEW.tenure_id
      AND (t.post_id <> NEW.post_id OR t.user_id <> NEW.from_user_id OR public.holds_now(t))) THEN
    RAISE EXCEPTION 'the charge of a post is handed over by whoever held it until now'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  IF TG_OP = 'UPDATE' AND NOT EXISTS (SELECT FROM public.tenure t WHERE t.organisation_id = NEW.organisation_id
      AND t.post_id = NEW.post_id AND t.user_id = NEW.taken_by_user_id AND t.kind IN ('regular', 'additional')
      AND public.holds_now(t)) THEN
    RAISE EXCEPTION 'the charge of a post is taken over by whoever holds it now'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER charge_goes_from_holder AFTER INSERT ON charge_handover FOR EACH ROW
  EXECUTE FUNCTION refuse_unfit_charge();
CREATE TRIGGER charge_goes_to_holder AFTER UPDATE OF taken_at ON charge_handover FOR EACH ROW
  WHEN (NEW.taken_at IS NOT NULL AND OLD.taken_at IS NULL) EXECUTE FUNCTION refuse_unfit_charge();

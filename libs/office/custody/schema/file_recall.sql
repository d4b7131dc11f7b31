-- That a sender asked for a file which the other desk has opened. It is answered once, and open while the file lies
-- where the movement brought it that is to be undone: whatever moves the file lets it lapse.
CREATE TABLE file_recall (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  file_id uuid NOT NULL,
  movement_sequence integer NOT NULL,
  asked_by_user_id uuid NOT NULL,
  asked_by_post_id uuid NOT NULL,
  asked_capacity text NOT NULL
    CONSTRAINT recall_asked_capacity_check CHECK (asked_capacity IN ('regular', 'additional', 'link')),
  asked_at timestamptz NOT NULL DEFAULT office_now(),
  reason text NOT NULL CONSTRAINT recall_reason_check CHECK (reason <> ''),
  outcome text CONSTRAINT recall_outcome_check CHECK (outcome IN ('agreed', 'refused', 'withdrawn')),
  answered_by_user_id uuid,
  answered_by_post_id uuid,
  answered_capacity text
    CONSTRAINT recall_answered_capacity_check CHECK (answered_capacity IN ('regular', 'additional', 'link')),
  answered_at timestamptz,
  answer_reason text,
  CONSTRAINT recall_answered_wholly
    CHECK (num_nonnulls(outcome, answered_by_user_id, answered_by_post_id, answered_capacity, answered_at) IN (0, 5)),
  CONSTRAINT refused_with_reason CHECK ((outcome IS NOT DISTINCT FROM 'refused') = (answer_reason IS NOT NULL)),
  CONSTRAINT recall_withdrawn_by_asker CHECK ((outcome = 'withdrawn') = (answered_by_post_id = asked_by_post_id)),
  CONSTRAINT recall_of_movement FOREIGN KEY (organisation_id, file_id, movement_sequence)
    REFERENCES movement (organisation_id, file_id, sequence),
  CONSTRAINT recall_asker FOREIGN KEY (organisation_id, asked_by_user_id) REFERENCES office_user (organisation_id, id),
  CONSTRAINT recall_asked_from FOREIGN KEY (organisation_id, asked_by_post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT recall_answerer FOREIGN KEY (organisation_id, answered_by_user_id)
    REFERENCES office_user (organisation_id, id),
  CONSTRAINT recall_answered_from FOREIGN KEY (organisation_id, answered_by_post_id)
    REFERENCES post (organisation_id, id)
);
CREATE UNIQUE INDEX one_open_recall ON file_recall (organisation_id, file_id, movement_sequence) WHERE outcome IS NULL;
CREATE INDEX recall_by_movement ON file_recall (organisation_id, file_id, movement_sequence, asked_at);

CREATE TRIGGER file_recall_is_sealed AFTER INSERT OR UPDATE OR DELETE ON file_recall
  FOR EACH ROW EXECUTE FUNCTION seal_row('id');

CREATE TRIGGER file_recall_is_not_truncated BEFORE TRUNCATE ON file_recall EXECUTE FUNCTION refuse_change();
CREATE TRIGGER file_recall_is_kept BEFORE DELETE ON file_recall FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_stray_recall() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE c public.file_custody;
BEGIN
  SELECT * INTO c FROM public.file_custody WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id;
  IF TG_OP = 'INSERT' THEN
    IF NEW.outcome IS NULL AND c.movements = NEW.movement_sequence AND c.sender_post_id = NEW.asked_by_post_id
      AND c.holder_post_id <> NEW.asked_by_post_id AND c.opened_at IS NOT NULL THEN RETURN NEW; END IF;
  ELSIF OLD.outcome IS NULL AND NEW.outcome IS NOT NULL AND c.movements = NEW.movement_sequence
    AND (NEW.id, NEW.organisation_id, NEW.file_id, NEW.movement_sequence, NEW.asked_by_user_id, NEW.asked_by_post_id,
      NEW.asked_capacity, NEW.asked_at, NEW.reason) = (OLD.id, OLD.organisation_id, OLD.file_id, OLD.movement_sequence,
      OLD.asked_by_user_id, OLD.asked_by_post_id, OLD.asked_capacity, OLD.asked_at, OLD.reason)
    AND NEW.answered_by_post_id IN (c.holder_post_id, NEW.asked_by_post_id) THEN RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the sender asks for what was opened, and is answered once, where the file lies'
    USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
END $$;
CREATE TRIGGER recall_is_asked_and_answered BEFORE INSERT OR UPDATE ON file_recall
  FOR EACH ROW EXECUTE FUNCTION refuse_stray_recall();

CREATE FUNCTION refuse_agreement_without_movement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM public.movement m WHERE m.organisation_id = NEW.organisation_id AND m.file_id = NEW.file_id
      AND m.sequence = NEW.movement_sequence + 1 AND m.kind = 'recalled' AND m.to_post_id = NEW.asked_by_post_id) THEN
    RAISE EXCEPTION 'who agrees gives the file back' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER agreement_moves_file AFTER UPDATE ON file_recall DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.outcome = 'agreed') EXECUTE FUNCTION refuse_agreement_without_movement();

CREATE FUNCTION refuse_taking_without_right() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind = 'recalled' AND EXISTS (SELECT FROM public.file_recall q WHERE q.organisation_id = NEW.organisation_id
      AND q.file_id = NEW.file_id AND q.movement_sequence = NEW.sequence - 1 AND q.outcome = 'agreed'
      AND q.asked_by_post_id = NEW.to_post_id AND q.answered_by_post_id = NEW.from_post_id)
    OR NEW.kind = 'pulled_up' AND NEW.by_post_id = NEW.to_post_id
      AND EXISTS (SELECT FROM public.file_custody c JOIN public.post p ON p.organisation_id = c.organisation_id
        AND p.id = NEW.from_post_id WHERE c.organisation_id = NEW.organisation_id AND c.file_id = NEW.file_id
          AND c.grading = 'normal' AND NEW.to_post_id = ANY (p.superior_post_ids)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'an opened file is taken back by consent, or a normal one by a superior'
    USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
END $$;
CREATE TRIGGER taken_back_by_right BEFORE INSERT ON movement FOR EACH ROW WHEN (NEW.kind IN ('recalled', 'pulled_up'))
  EXECUTE FUNCTION refuse_taking_without_right();

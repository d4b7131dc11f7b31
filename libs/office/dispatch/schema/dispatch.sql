-- That a letter is sent to an addressee. It is numbered under the letter, goes its way once (queued, sent, delivered or
-- returned, or failed), and what is sent again gets the next. Before a mail is handed to the mail server it is noted
-- that this was begun: one that was begun and not ended may have arrived.
--
-- Mail servers return a mail to an address with a key that nobody else knows. What they report is kept as what they
-- said; only a person of the office says that it is so.
CREATE TABLE dispatch (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  issue_id uuid NOT NULL,
  position integer NOT NULL,
  mode text NOT NULL CHECK (mode IN ('email', 'within_office', 'by_hand', 'post', 'registered_post', 'speed_post')),
  state text NOT NULL CHECK (state IN ('queued', 'sent', 'delivered', 'returned', 'failed')),
  email text,
  tracking_number text,
  remarks text,
  failure text,
  by_user_id uuid NOT NULL,
  by_post_id uuid NOT NULL,
  capacity text NOT NULL CHECK (capacity IN ('regular', 'additional', 'link')),
  at timestamptz NOT NULL DEFAULT office_now(),
  sent_at timestamptz,
  ended_at timestamptz,
  return_reason text,
  attempt_begun_at timestamptz,
  unanswered_attempts integer NOT NULL DEFAULT 0 CHECK (unanswered_attempts >= 0),
  ordinal integer NOT NULL CHECK (ordinal > 0),
  postage integer CHECK (postage >= 0),
  to_post_id uuid,
  receipt_id uuid,
  not_told text,
  return_key text,
  report_outcome text CHECK (report_outcome IN ('delivered', 'returned')),
  report_words text,
  reported_at timestamptz,
  report_dismissed_at timestamptz,
  CONSTRAINT dispatch_ordinal_once UNIQUE (organisation_id, issue_id, ordinal),
  CONSTRAINT mail_needs_address CHECK (mode <> 'email' OR email IS NOT NULL),
  CONSTRAINT failure_is_told CHECK ((state = 'failed') = (failure IS NOT NULL)),
  CONSTRAINT sent_at_told CHECK (state IN ('queued', 'failed') OR sent_at IS NOT NULL),
  CONSTRAINT ended_when_told CHECK ((state IN ('delivered', 'returned')) = (ended_at IS NOT NULL)),
  CONSTRAINT return_is_explained CHECK ((state = 'returned') = (return_reason IS NOT NULL AND return_reason <> '')),
  CONSTRAINT only_mail_is_attempted CHECK (mode = 'email' OR (attempt_begun_at IS NULL AND unanswered_attempts = 0)),
  CONSTRAINT attempt_ends_with_the_dispatch CHECK (attempt_begun_at IS NULL OR state = 'queued'),
  CONSTRAINT postage_of_post CHECK (postage IS NULL OR mode IN ('post', 'registered_post', 'speed_post')),
  CONSTRAINT arrives_within_the_office
    CHECK (num_nonnulls(to_post_id, receipt_id) = CASE mode WHEN 'within_office' THEN 2 ELSE 0 END),
  CONSTRAINT who_was_mailed_is_told CHECK (not_told IS NULL OR (mode = 'email' AND sent_at IS NOT NULL)),
  CONSTRAINT return_key_is_guessed_by_nobody CHECK (return_key ~ '^[a-z2-7]{20}$'),
  CONSTRAINT only_mail_is_reported CHECK (mode = 'email' OR num_nonnulls(return_key, report_outcome) = 0),
  CONSTRAINT report_is_whole CHECK (num_nonnulls(report_outcome, report_words, reported_at) IN (0, 3)),
  CONSTRAINT report_of_what_was_sent CHECK (report_outcome IS NULL OR state IN ('sent', 'delivered', 'returned')),
  CONSTRAINT dismissed_was_reported CHECK (report_dismissed_at IS NULL OR report_outcome IS NOT NULL),
  CONSTRAINT dispatch_to_recipient FOREIGN KEY (organisation_id, issue_id, position)
    REFERENCES issue_recipient (organisation_id, issue_id, position),
  CONSTRAINT dispatch_user FOREIGN KEY (organisation_id, by_user_id) REFERENCES office_user (organisation_id, id),
  CONSTRAINT dispatch_post FOREIGN KEY (organisation_id, by_post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT dispatch_to_post FOREIGN KEY (organisation_id, to_post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT dispatch_receipt FOREIGN KEY (organisation_id, receipt_id) REFERENCES receipt (organisation_id, id)
);
CREATE UNIQUE INDEX one_dispatch_in_force ON dispatch (organisation_id, issue_id, position)
  WHERE state IN ('queued', 'sent', 'delivered');
CREATE UNIQUE INDEX dispatch_return_key ON dispatch (return_key) WHERE return_key IS NOT NULL;
CREATE INDEX dispatch_reported ON dispatch (organisation_id)
  WHERE state = 'sent' AND report_outcome = 'returned' AND report_dismissed_at IS NULL;
CREATE INDEX dispatch_not_arrived ON dispatch (organisation_id) WHERE state IN ('queued', 'failed', 'returned');

CREATE TRIGGER dispatch_is_sealed AFTER INSERT OR UPDATE OR DELETE ON dispatch
  FOR EACH ROW EXECUTE FUNCTION seal_row('id', 'attempt_begun_at', 'unanswered_attempts', 'not_told', 'return_key');

CREATE FUNCTION refuse_sending_withheld() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM issue_recipient WHERE organisation_id = NEW.organisation_id AND issue_id = NEW.issue_id
      AND position = NEW.position AND withheld_at IS NOT NULL) THEN
    RAISE EXCEPTION 'this addressee is not to be sent the letter'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'withheld_is_not_sent';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER withheld_is_not_sent BEFORE INSERT ON dispatch FOR EACH ROW EXECUTE FUNCTION refuse_sending_withheld();

-- A mail goes to the confirmed address, else to that of the approved letter, and to no other.
CREATE FUNCTION refuse_mail_to_other_address() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM issue_recipient WHERE organisation_id = NEW.organisation_id AND issue_id = NEW.issue_id
      AND position = NEW.position AND COALESCE(confirmed_email, addressee ->> 'email') = NEW.email) THEN
    RAISE EXCEPTION 'a mail goes to the approved or the confirmed address'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'mail_to_address_on_record';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER mail_to_address_on_record BEFORE INSERT OR UPDATE OF issue_id, position, mode, email ON dispatch
  FOR EACH ROW WHEN (NEW.mode = 'email') EXECUTE FUNCTION refuse_mail_to_other_address();

CREATE FUNCTION number_dispatch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT COALESCE(max(ordinal), 0) + 1 INTO NEW.ordinal FROM public.dispatch
    WHERE organisation_id = NEW.organisation_id AND issue_id = NEW.issue_id;
  RETURN NEW;
END $$;
CREATE TRIGGER dispatch_is_numbered BEFORE INSERT ON dispatch FOR EACH ROW EXECUTE FUNCTION number_dispatch();

CREATE FUNCTION refuse_other_way_of_dispatch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.state, NEW.state) NOT IN
      (('queued', 'sent'), ('queued', 'failed'), ('sent', 'delivered'), ('sent', 'returned')) THEN
    RAISE EXCEPTION 'a dispatch that is % does not become %', OLD.state, NEW.state
      USING ERRCODE = 'check_violation', CONSTRAINT = 'dispatch_goes_its_way';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER dispatch_goes_its_way BEFORE UPDATE OF state ON dispatch
  FOR EACH ROW WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION refuse_other_way_of_dispatch();

CREATE FUNCTION refuse_sending_withdrawn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM public.issue_withdrawal
      WHERE organisation_id = NEW.organisation_id AND issue_id = NEW.issue_id) THEN
    RAISE EXCEPTION 'a letter that no longer holds is sent to nobody'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'withdrawn_is_not_sent';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER withdrawn_is_not_sent BEFORE INSERT ON dispatch FOR EACH ROW EXECUTE FUNCTION refuse_sending_withdrawn();

-- Whoever was sent the letter cannot be marked as not to be sent it.
CREATE FUNCTION refuse_withholding_what_was_sent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM dispatch WHERE organisation_id = NEW.organisation_id AND issue_id = NEW.issue_id
      AND position = NEW.position AND state IN ('queued', 'sent', 'delivered')) THEN
    RAISE EXCEPTION 'what was sent cannot be withheld'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'sent_is_not_withheld';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sent_is_not_withheld BEFORE UPDATE OF withheld_at ON issue_recipient
  FOR EACH ROW WHEN (NEW.withheld_at IS NOT NULL) EXECUTE FUNCTION refuse_withholding_what_was_sent();

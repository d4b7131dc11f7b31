-- What an investigation asks for: who signed in and failed to, from where, and what was refused to whom. The
-- application may write a row and read it; nobody may change one, or delete one before its 180 days. Its time is the
-- database's.
CREATE TABLE security_event (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  at timestamptz NOT NULL DEFAULT office_now(),
  organisation_id uuid REFERENCES organisation,
  kind text NOT NULL
    CHECK (kind IN ('signed_in', 'sign_in_failed', 'sign_in_slowed', 'link_made', 'link_used', 'link_failed',
      'password_changed', 'password_change_failed', 'session_ended', 'refused', 'acting_post_refused', 'demo_on',
      'demo_off', 'log_exported', 'confirmed', 'confirmation_failed', 'key_added', 'key_revoked', 'key_not_opened')),
  user_id uuid,
  username text,
  address text,
  post_id uuid,
  data jsonb NOT NULL,
  CONSTRAINT security_event_user FOREIGN KEY (organisation_id, user_id) REFERENCES office_user (organisation_id, id),
  CONSTRAINT security_event_post FOREIGN KEY (organisation_id, post_id) REFERENCES post (organisation_id, id)
);
CREATE INDEX security_event_by_age ON security_event (at, id);
CREATE INDEX security_event_by_username ON security_event (username, at);

CREATE FUNCTION refuse_losing_security_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.at < public.office_now() - INTERVAL '180 days' THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE EXCEPTION 'a security event is kept for 180 days'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'security_event_is_kept';
END $$;
CREATE TRIGGER security_event_is_kept BEFORE UPDATE OR DELETE ON security_event
  FOR EACH ROW EXECUTE FUNCTION refuse_losing_security_events();
CREATE TRIGGER security_event_is_not_truncated BEFORE TRUNCATE ON security_event
  EXECUTE FUNCTION refuse_losing_security_events();

-- A root that the office trusts: what leads to it may sign here. An administrator adds it, says from whom it came, and
-- ends it with a reason. That of the demo is no row: offices of the demo trust it, and no other office ever does.
CREATE TABLE trusted_root (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  certificate text NOT NULL,
  fingerprint text NOT NULL CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
  subject text NOT NULL,
  valid_from timestamptz NOT NULL,
  valid_until timestamptz NOT NULL,
  received_from text NOT NULL CHECK (received_from <> ''),
  added_by_user_id uuid NOT NULL,
  added_by_post_id uuid NOT NULL,
  added_capacity text NOT NULL CHECK (added_capacity IN ('regular', 'additional', 'link')),
  added_at timestamptz NOT NULL DEFAULT office_now(),
  ended_by_user_id uuid,
  ended_by_post_id uuid,
  ended_capacity text CHECK (ended_capacity IN ('regular', 'additional', 'link')),
  ended_at timestamptz,
  end_reason text CHECK (end_reason <> ''),
  CONSTRAINT root_is_its_certificate CHECK (fingerprint = encode(sha256(decode(certificate, 'base64')), 'hex')),
  CONSTRAINT root_holds_for_a_time CHECK (valid_from < valid_until),
  CONSTRAINT root_ended_with_reason
    CHECK (num_nonnulls(ended_by_user_id, ended_by_post_id, ended_capacity, ended_at, end_reason) IN (0, 5)),
  CONSTRAINT root_of_demo_is_no_row
    CHECK (fingerprint <> 'f994a0c19544cfa6928e484485cf705f338dc61fea4f54ae1aafecfffe299276'),
  CONSTRAINT root_added_by_user FOREIGN KEY (organisation_id, added_by_user_id)
    REFERENCES office_user (organisation_id, id),
  CONSTRAINT root_added_by_post FOREIGN KEY (organisation_id, added_by_post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT root_ended_by_user FOREIGN KEY (organisation_id, ended_by_user_id)
    REFERENCES office_user (organisation_id, id),
  CONSTRAINT root_ended_by_post FOREIGN KEY (organisation_id, ended_by_post_id) REFERENCES post (organisation_id, id)
);
CREATE UNIQUE INDEX trusted_root_in_force ON trusted_root (organisation_id, fingerprint) WHERE ended_at IS NULL;
CREATE INDEX trusted_root_by_time ON trusted_root (organisation_id, added_at);

CREATE TRIGGER trusted_root_is_sealed AFTER INSERT OR UPDATE OR DELETE ON trusted_root
  FOR EACH ROW EXECUTE FUNCTION seal_row('id');

-- What an administrator has said of certificates ends once, and nothing else of it changes.
CREATE FUNCTION refuse_change_of_trust() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ending text[] := ARRAY['ended_by_user_id', 'ended_by_post_id', 'ended_capacity', 'ended_at', 'end_reason'];
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL
      AND to_jsonb(NEW) - ending = to_jsonb(OLD) - ending THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% of % is not allowed: it ends once, and nothing else changes', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege', CONSTRAINT = TG_TABLE_NAME || '_is_final';
END $$;
CREATE TRIGGER trusted_root_is_final BEFORE UPDATE OR DELETE ON trusted_root
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_trust();
CREATE TRIGGER trusted_root_is_not_truncated BEFORE TRUNCATE ON trusted_root EXECUTE FUNCTION refuse_change_of_trust();

CREATE FUNCTION refuse_trust_by_others() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (TG_OP = 'INSERT' OR NEW.ended_at IS NOT NULL) AND NOT EXISTS (SELECT FROM public.post p
      WHERE p.organisation_id = NEW.organisation_id
      AND p.id = CASE TG_OP WHEN 'INSERT' THEN NEW.added_by_post_id ELSE NEW.ended_by_post_id END
      AND 'administrator' = ANY (p.roles)) THEN
    RAISE EXCEPTION 'an administrator says whom the office trusts'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER root_trusted_by_administrator BEFORE INSERT OR UPDATE ON trusted_root
  FOR EACH ROW EXECUTE FUNCTION refuse_trust_by_others();

-- Whether the office trusts, or trusted then, what leads to the root of this fingerprint.
CREATE FUNCTION root_is_trusted(office uuid, root text, at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT root IS NOT NULL AND (EXISTS (SELECT FROM public.trusted_root r
      WHERE r.organisation_id = office AND r.fingerprint = root AND (r.ended_at IS NULL OR r.ended_at > at))
    OR root = 'f994a0c19544cfa6928e484485cf705f338dc61fea4f54ae1aafecfffe299276'
      AND EXISTS (SELECT FROM public.organisation o WHERE o.id = office AND o.demo))
$$;

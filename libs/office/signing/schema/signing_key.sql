-- A key with which a person signs, one in use of each kind. Of a key that was replaced or revoked its certificate
-- stays, for what was signed with it, and the key itself goes. A service such as eSign makes a key for one signature:
-- what stays is its certificate. A key in use leads to a root that the office trusted, and is bound to its person;
-- those from before that was asked say neither.
CREATE TABLE signing_key (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  user_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('p12', 'token', 'demo', 'esign')),
  state text NOT NULL DEFAULT 'in_use' CHECK (state IN ('in_use', 'replaced', 'revoked')),
  p12 text,
  demo_secret text,
  certificates text[],
  subject text NOT NULL,
  issuer text NOT NULL,
  serial text NOT NULL,
  valid_from timestamptz NOT NULL,
  valid_until timestamptz NOT NULL,
  fingerprint text NOT NULL CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
  added_at timestamptz NOT NULL DEFAULT office_now(),
  ended_at timestamptz,
  bears_other_name boolean NOT NULL,
  holder text,
  holder_number text,
  holder_emails text[],
  root_fingerprint text CHECK (root_fingerprint ~ '^[0-9a-f]{64}$'),
  bound_by text CHECK (bound_by IN ('number', 'email', 'administrator')),
  CONSTRAINT signing_key_of_organisation UNIQUE (organisation_id, id),
  CONSTRAINT signing_key_ended CHECK ((state = 'in_use') = (ended_at IS NULL)),
  CONSTRAINT token_has_certificates CHECK (kind <> 'token' OR certificates IS NOT NULL),
  CONSTRAINT key_is_of_its_certificate
    CHECK (certificates IS NULL OR fingerprint = encode(sha256(decode(certificates[1], 'base64')), 'hex')),
  CONSTRAINT only_demo_keys_are_open CHECK ((kind = 'demo' AND state = 'in_use') = (demo_secret IS NOT NULL)),
  CONSTRAINT certificate_holds_for_a_time CHECK (valid_from < valid_until),
  CONSTRAINT key_kept_while_in_use CHECK ((state = 'in_use' AND kind NOT IN ('token', 'esign')) = (p12 IS NOT NULL)),
  CONSTRAINT signing_key_user FOREIGN KEY (organisation_id, user_id) REFERENCES office_user (organisation_id, id)
);
CREATE UNIQUE INDEX signing_key_in_use ON signing_key (organisation_id, user_id, kind) WHERE state = 'in_use';
CREATE INDEX signing_key_by_user ON signing_key (organisation_id, user_id, added_at);

CREATE TRIGGER signing_key_is_sealed AFTER INSERT OR UPDATE OR DELETE ON signing_key
  FOR EACH ROW EXECUTE FUNCTION seal_row('id', 'p12', 'demo_secret');

CREATE FUNCTION refuse_change_of_key() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ending text[] := ARRAY['state', 'ended_at', 'p12', 'demo_secret'];
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.state = 'in_use' AND NEW.state IN ('replaced', 'revoked')
      AND to_jsonb(NEW) - ending = to_jsonb(OLD) - ending THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a key is replaced or revoked once, and nothing else of it changes'
    USING ERRCODE = 'insufficient_privilege', CONSTRAINT = 'signing_key_is_final';
END $$;
CREATE TRIGGER signing_key_is_final BEFORE UPDATE OR DELETE ON signing_key
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_key();
CREATE TRIGGER signing_key_is_not_truncated BEFORE TRUNCATE ON signing_key EXECUTE FUNCTION refuse_change_of_key();

CREATE FUNCTION refuse_open_key_of_others() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM public.office_user WHERE organisation_id = NEW.organisation_id AND id = NEW.user_id
    AND demo) THEN
    RAISE EXCEPTION 'only people of the demo have keys that open by themselves'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'open_keys_are_of_the_demo';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER open_keys_are_of_the_demo BEFORE INSERT ON signing_key FOR EACH ROW
  WHEN (NEW.kind = 'demo') EXECUTE FUNCTION refuse_open_key_of_others();

-- By what a certificate is bound to the person of its key: by the number under which the office knows him, by his
-- address, or because an administrator said so and had not ended it then. Never by a name.
CREATE FUNCTION key_bound_by(k signing_key, at timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN k.holder_number = k.user_id::text THEN 'number'
    WHEN EXISTS (SELECT FROM public.office_user u WHERE u.organisation_id = k.organisation_id AND u.id = k.user_id
      AND lower(u.email) = ANY (k.holder_emails)) THEN 'email'
    WHEN EXISTS (SELECT FROM public.certificate_binding b
      WHERE b.organisation_id = k.organisation_id AND b.user_id = k.user_id AND (b.ended_at IS NULL OR b.ended_at > at)
        AND (b.fingerprint = k.fingerprint
          OR (b.root_fingerprint, b.holder_number) = (k.root_fingerprint, k.holder_number))) THEN 'administrator'
  END
$$;

-- What is said of the holder stands in the certificate.
CREATE FUNCTION refuse_unbound_key() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE said text := lower(encode(decode(NEW.certificates[1], 'base64'), 'escape'));
BEGIN
  IF said IS NULL OR NEW.holder IS NULL OR NEW.bound_by IS NULL
      OR NEW.bound_by IS DISTINCT FROM public.key_bound_by(NEW, public.office_now())
      OR EXISTS (SELECT FROM unnest(NEW.holder_emails || NEW.holder_number) AS fact
        WHERE position(lower(encode(convert_to(fact, 'UTF8'), 'escape')) IN said) = 0)
      OR NOT public.root_is_trusted(NEW.organisation_id, NEW.root_fingerprint, public.office_now()) THEN
    RAISE EXCEPTION 'a key leads to a root that the office trusts, and is bound to its person'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'keys_are_bound';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keys_are_bound BEFORE INSERT ON signing_key FOR EACH ROW EXECUTE FUNCTION refuse_unbound_key();

-- What is signed with a key (`key_id`, `root_fingerprint`, `revocation`, `at`) is signed with one that was bound then.
CREATE FUNCTION refuse_unbound_signature() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.revocation IS NULL OR NOT public.root_is_trusted(NEW.organisation_id, NEW.root_fingerprint, NEW.at)
      OR NOT EXISTS (SELECT FROM public.signing_key k
        WHERE k.organisation_id = NEW.organisation_id AND k.id = NEW.key_id
        -- Whose address has changed between signing and sending signed with a key that was his.
        AND (k.bound_by IN ('number', 'email') OR public.key_bound_by(k, NEW.at) IS NOT NULL)) THEN
    RAISE EXCEPTION 'a key signs that leads to a trusted root and is bound to its person'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;

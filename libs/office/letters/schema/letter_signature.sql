-- The signature of a signatory, and the PDF as it was then. The last one issues the letter. Its level says how long it
-- can be checked; to which root its certificate led, and whether anybody said that it was not revoked, is unknown of
-- those from before that was asked.
CREATE TABLE letter_signature (
  organisation_id uuid NOT NULL,
  issue_id uuid NOT NULL,
  ordinal integer NOT NULL,
  user_id uuid NOT NULL,
  post_id uuid NOT NULL,
  capacity text NOT NULL CHECK (capacity IN ('regular', 'additional', 'link')),
  key_id uuid NOT NULL,
  fingerprint text NOT NULL CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
  at timestamptz NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  size integer NOT NULL CHECK (size > 0),
  level text NOT NULL CHECK (level IN ('B-B', 'B-T', 'B-LT')),
  pages integer CHECK (pages > 0),
  root_fingerprint text CHECK (root_fingerprint ~ '^[0-9a-f]{64}$'),
  revocation text CHECK (revocation IN ('good', 'not_checked')),
  PRIMARY KEY (organisation_id, issue_id, ordinal),
  CONSTRAINT signed_by_the_one_named FOREIGN KEY (organisation_id, issue_id, ordinal, user_id, post_id, capacity)
    REFERENCES letter_signatory (organisation_id, issue_id, ordinal, user_id, post_id, capacity),
  CONSTRAINT signed_with_key FOREIGN KEY (organisation_id, key_id) REFERENCES signing_key (organisation_id, id)
);
CREATE INDEX letter_signature_by_key ON letter_signature (organisation_id, key_id);

CREATE TRIGGER letter_signature_is_sealed AFTER INSERT OR UPDATE OR DELETE ON letter_signature
  FOR EACH ROW EXECUTE FUNCTION seal_row('organisation_id issue_id ordinal');

CREATE TRIGGER letter_signature_is_final BEFORE UPDATE OR DELETE ON letter_signature
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER letter_signature_is_not_truncated BEFORE TRUNCATE ON letter_signature EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_signature_out_of_turn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.ordinal <> 1 + (SELECT count(*) FROM public.letter_signature
        WHERE organisation_id = NEW.organisation_id AND issue_id = NEW.issue_id)
      OR NOT EXISTS (SELECT FROM public.issue WHERE organisation_id = NEW.organisation_id AND id = NEW.issue_id
        AND state = 'numbered' AND unsigned_sha256 IS NOT NULL)
      OR NOT EXISTS (SELECT FROM public.signing_key WHERE organisation_id = NEW.organisation_id AND id = NEW.key_id
        AND user_id = NEW.user_id AND state = 'in_use' AND fingerprint = NEW.fingerprint
        AND NEW.at BETWEEN valid_from AND valid_until) THEN
    RAISE EXCEPTION 'each signs in his turn, with a key of his own whose certificate holds'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'signatures_in_turn';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER signatures_in_turn BEFORE INSERT ON letter_signature FOR EACH ROW
  EXECUTE FUNCTION refuse_signature_out_of_turn();

CREATE TRIGGER letter_signed_with_bound_key BEFORE INSERT ON letter_signature FOR EACH ROW
  EXECUTE FUNCTION refuse_unbound_signature();

CREATE FUNCTION refuse_issuing_unsigned() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM public.letter_signatory g
      WHERE g.organisation_id = NEW.organisation_id AND g.issue_id = NEW.id
        AND NOT EXISTS (SELECT FROM public.letter_signature s JOIN public.document d
            ON d.organisation_id = s.organisation_id AND d.id = NEW.document_id
          WHERE s.organisation_id = g.organisation_id AND s.issue_id = g.issue_id AND s.ordinal = g.ordinal
            AND (s.sha256 = d.sha256 OR EXISTS (SELECT FROM public.letter_signatory later
              WHERE later.organisation_id = g.organisation_id AND later.issue_id = g.issue_id
                AND later.ordinal > g.ordinal)))) THEN
    RAISE EXCEPTION 'a letter is issued as the last of its officers has signed it'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'issued_when_signed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER issued_when_signed BEFORE UPDATE OF state ON issue FOR EACH ROW
  WHEN (NEW.state = 'issued') EXECUTE FUNCTION refuse_issuing_unsigned();

-- A letter stands on the desk of the officer whose signature it waits for.
CREATE FUNCTION enter_letter_on_desk() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  of_issue uuid;
  e public.desk_entry;
BEGIN
  IF TG_TABLE_NAME = 'issue' THEN of_issue := NEW.id; ELSE of_issue := NEW.issue_id; END IF;
  SELECT g.post_id, COALESCE(signed.last, i.issued_at), i.issued_by_post_id INTO e.post_id, e.since, e.from_post_id
    FROM public.issue i
    CROSS JOIN LATERAL (SELECT max(s.at) AS last, count(*) AS number FROM public.letter_signature s
      WHERE s.organisation_id = i.organisation_id AND s.issue_id = i.id) signed
    JOIN public.letter_signatory g ON g.organisation_id = i.organisation_id AND g.issue_id = i.id
      AND g.ordinal = signed.number + 1
    WHERE i.organisation_id = NEW.organisation_id AND i.id = of_issue AND i.state = 'numbered';
  IF NOT FOUND THEN
    PERFORM public.leave_desk(NEW.organisation_id, 'letter', of_issue, NULL);
    RETURN NULL;
  END IF;
  e.organisation_id := NEW.organisation_id;
  e.kind := 'letter';
  e.id := of_issue;
  e.place := 'desk';
  e.day := 'infinity';
  e.urgency := public.urgency_place('ordinary');
  e.unread := false;
  PERFORM public.enter_on_desk(e);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION enter_letter_on_desk() FROM PUBLIC;
CREATE TRIGGER letter_to_sign_comes_to_desk AFTER INSERT ON letter_signatory FOR EACH ROW
  EXECUTE FUNCTION enter_letter_on_desk();
ALTER TABLE letter_signatory ENABLE ALWAYS TRIGGER letter_to_sign_comes_to_desk;
CREATE TRIGGER signed_letter_leaves_desk AFTER INSERT ON letter_signature FOR EACH ROW
  EXECUTE FUNCTION enter_letter_on_desk();
ALTER TABLE letter_signature ENABLE ALWAYS TRIGGER signed_letter_leaves_desk;
CREATE TRIGGER settled_letter_leaves_desk AFTER UPDATE ON issue FOR EACH ROW
  WHEN (OLD.state = 'numbered' AND NEW.state <> 'numbered') EXECUTE FUNCTION enter_letter_on_desk();
ALTER TABLE issue ENABLE ALWAYS TRIGGER settled_letter_leaves_desk;

-- That a certificate speaks for a person, or, where it names none, for the office itself: an administrator says so,
-- with a reason. It is bound by its fingerprint; or with all others of its holder, by the number under which the root
-- knows him.
CREATE TABLE certificate_binding (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  user_id uuid,
  fingerprint text CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
  holder_number text CHECK (holder_number <> ''),
  root_fingerprint text CHECK (root_fingerprint ~ '^[0-9a-f]{64}$'),
  holder text NOT NULL,
  subject text NOT NULL,
  bears_other_name boolean NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  added_by_user_id uuid NOT NULL,
  added_by_post_id uuid NOT NULL,
  added_capacity text NOT NULL CHECK (added_capacity IN ('regular', 'additional', 'link')),
  added_at timestamptz NOT NULL DEFAULT office_now(),
  ended_by_user_id uuid,
  ended_by_post_id uuid,
  ended_capacity text CHECK (ended_capacity IN ('regular', 'additional', 'link')),
  ended_at timestamptz,
  end_reason text CHECK (end_reason <> ''),
  CONSTRAINT bound_by_one_thing CHECK (num_nonnulls(fingerprint, holder_number) = 1),
  CONSTRAINT number_is_of_a_root CHECK ((holder_number IS NULL) = (root_fingerprint IS NULL)),
  CONSTRAINT binding_ended_with_reason
    CHECK (num_nonnulls(ended_by_user_id, ended_by_post_id, ended_capacity, ended_at, end_reason) IN (0, 5)),
  CONSTRAINT bound_user FOREIGN KEY (organisation_id, user_id) REFERENCES office_user (organisation_id, id),
  CONSTRAINT binding_added_by_user FOREIGN KEY (organisation_id, added_by_user_id)
    REFERENCES office_user (organisation_id, id),
  CONSTRAINT binding_added_by_post FOREIGN KEY (organisation_id, added_by_post_id)
    REFERENCES post (organisation_id, id),
  CONSTRAINT binding_ended_by_user FOREIGN KEY (organisation_id, ended_by_user_id)
    REFERENCES office_user (organisation_id, id),
  CONSTRAINT binding_ended_by_post FOREIGN KEY (organisation_id, ended_by_post_id)
    REFERENCES post (organisation_id, id)
);
-- Of one person at a time, or of the office.
CREATE UNIQUE INDEX certificate_bound_once ON certificate_binding (organisation_id, fingerprint)
  WHERE ended_at IS NULL AND fingerprint IS NOT NULL;
CREATE UNIQUE INDEX holder_bound_once ON certificate_binding (organisation_id, root_fingerprint, holder_number)
  WHERE ended_at IS NULL AND holder_number IS NOT NULL;
CREATE INDEX certificate_binding_by_user ON certificate_binding (organisation_id, user_id);
CREATE INDEX certificate_binding_by_time ON certificate_binding (organisation_id, added_at, id);

CREATE TRIGGER certificate_binding_is_sealed AFTER INSERT OR UPDATE OR DELETE ON certificate_binding
  FOR EACH ROW EXECUTE FUNCTION seal_row('id');

CREATE TRIGGER certificate_binding_is_final BEFORE UPDATE OR DELETE ON certificate_binding
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_trust();
CREATE TRIGGER certificate_binding_is_not_truncated BEFORE TRUNCATE ON certificate_binding
  EXECUTE FUNCTION refuse_change_of_trust();

CREATE TRIGGER certificate_bound_by_administrator BEFORE INSERT OR UPDATE ON certificate_binding
  FOR EACH ROW EXECUTE FUNCTION refuse_trust_by_others();

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys lead to roots that the office trusts, and are bound to their people. Those from before say neither, and wait for it. */
export class BoundCertificates1790000000223 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ROOTS);
    await runner.query(BINDINGS);
    await runner.query(KEYS);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

const ROOTS = `
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
  CREATE INDEX trusted_root_by_time ON trusted_root (organisation_id, added_at);`;

const BINDINGS = `
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
  CREATE UNIQUE INDEX certificate_bound_once ON certificate_binding (organisation_id, fingerprint)
    WHERE ended_at IS NULL AND fingerprint IS NOT NULL;
  CREATE UNIQUE INDEX holder_bound_once ON certificate_binding (organisation_id, root_fingerprint, holder_number)
    WHERE ended_at IS NULL AND holder_number IS NOT NULL;
  CREATE INDEX certificate_binding_by_user ON certificate_binding (organisation_id, user_id);
  CREATE INDEX certificate_binding_by_time ON certificate_binding (organisation_id, added_at, id);`;

const KEYS = `
  ALTER TABLE organisation ADD COLUMN refuses_unchecked boolean;
  ALTER TABLE signing_key DROP CONSTRAINT token_has_certificates,
    ADD COLUMN holder text,
    ADD COLUMN holder_number text,
    ADD COLUMN holder_emails text[],
    ADD COLUMN root_fingerprint text CHECK (root_fingerprint ~ '^[0-9a-f]{64}$'),
    ADD COLUMN bound_by text CHECK (bound_by IN ('number', 'email', 'administrator')),
    ADD CONSTRAINT token_has_certificates CHECK (kind <> 'token' OR certificates IS NOT NULL),
    ADD CONSTRAINT key_is_of_its_certificate
      CHECK (certificates IS NULL OR fingerprint = encode(sha256(decode(certificates[1], 'base64')), 'hex'));
  ALTER TABLE letter_signature
    ADD COLUMN root_fingerprint text CHECK (root_fingerprint ~ '^[0-9a-f]{64}$'),
    ADD COLUMN revocation text CHECK (revocation IN ('good', 'not_checked'));
  ALTER TABLE note_signature
    ADD COLUMN root_fingerprint text CHECK (root_fingerprint ~ '^[0-9a-f]{64}$'),
    ADD COLUMN revocation text CHECK (revocation IN ('good', 'not_checked'))`;

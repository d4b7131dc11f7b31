import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A letter that its officers sign is set once when it has its number; then each of them signs it in turn, with a key of his own,
 * and the last signature issues it. Who signs is fixed with the number, since their names stand on the letter. A letter without
 * signatories is sealed by the office, as every letter has been so far.
 */
export class LettersAreSigned1790000000153 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE issue
        ADD COLUMN unsigned_sha256 text,
        ADD COLUMN unsigned_size integer,
        ADD CONSTRAINT unsigned_whole CHECK ((unsigned_sha256 IS NULL) = (unsigned_size IS NULL)),
        ADD CONSTRAINT issue_unsigned_sha256_check CHECK (unsigned_sha256 ~ '^[0-9a-f]{64}$');

      -- Beside what became of the number, the PDF without signatures is entered, once.
      CREATE OR REPLACE FUNCTION refuse_change_of_issue() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        settling text[] := ARRAY['state', 'document_id', 'letter', 'cancellation_reason', 'cancelled_by_user_id',
          'cancelled_by_post_id', 'cancelled_capacity', 'cancelled_at'];
        setting text[] := ARRAY['unsigned_sha256', 'unsigned_size'];
      BEGIN
        IF TG_OP = 'UPDATE' AND OLD.state = 'numbered' AND NEW.state IN ('issued', 'cancelled')
            AND to_jsonb(NEW) - settling = to_jsonb(OLD) - settling THEN
          RETURN NEW;
        END IF;
        IF TG_OP = 'UPDATE' AND OLD.state = 'numbered' AND OLD.unsigned_sha256 IS NULL AND NEW.unsigned_sha256 IS NOT NULL
            AND to_jsonb(NEW) - setting = to_jsonb(OLD) - setting THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'an entry of the register is final' USING ERRCODE = 'insufficient_privilege', CONSTRAINT = 'issue_is_final';
      END $$;

      CREATE TABLE letter_signatory (
        organisation_id uuid NOT NULL,
        issue_id uuid NOT NULL,
        ordinal integer NOT NULL,
        user_id uuid NOT NULL,
        post_id uuid NOT NULL,
        capacity text NOT NULL,
        PRIMARY KEY (organisation_id, issue_id, ordinal),
        CONSTRAINT signs_once_from_a_post UNIQUE (organisation_id, issue_id, post_id),
        CONSTRAINT signatory_as_named UNIQUE (organisation_id, issue_id, ordinal, user_id, post_id, capacity),
        CONSTRAINT letter_signatory_ordinal_check CHECK (ordinal BETWEEN 1 AND 6),
        CONSTRAINT letter_signatory_capacity_check CHECK (capacity IN ('regular', 'additional', 'link')),
        CONSTRAINT signatory_of_issue FOREIGN KEY (organisation_id, issue_id) REFERENCES issue (organisation_id, id),
        CONSTRAINT signatory_user FOREIGN KEY (organisation_id, user_id) REFERENCES office_user (organisation_id, id),
        CONSTRAINT signatory_post FOREIGN KEY (organisation_id, post_id) REFERENCES post (organisation_id, id)
      );
      CREATE INDEX letter_signatory_by_post ON letter_signatory (organisation_id, post_id);
      CREATE TRIGGER letter_signatory_is_final BEFORE UPDATE OR DELETE ON letter_signatory
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER letter_signatory_is_not_truncated BEFORE TRUNCATE ON letter_signatory EXECUTE FUNCTION refuse_change();

      CREATE FUNCTION refuse_signatory_out_of_order() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.ordinal <> 1 + (SELECT count(*) FROM public.letter_signatory
              WHERE organisation_id = NEW.organisation_id AND issue_id = NEW.issue_id)
            OR NOT EXISTS (SELECT FROM public.issue i JOIN public.post p ON p.organisation_id = i.organisation_id AND p.id = NEW.post_id
              WHERE i.organisation_id = NEW.organisation_id AND i.id = NEW.issue_id AND i.state = 'numbered'
                AND i.unsigned_sha256 IS NULL AND 'officer' = ANY (p.roles) AND i.issued_by_post_id = i.signatory_post_id
                AND (NEW.ordinal > 1 OR (i.signatory_post_id, i.signed_by_user_id) = (NEW.post_id, NEW.user_id))) THEN
          RAISE EXCEPTION 'officers sign a numbered letter one after the other, the signing post first'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'signatories_in_order';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER signatories_in_order BEFORE INSERT ON letter_signatory FOR EACH ROW
        EXECUTE FUNCTION refuse_signatory_out_of_order();

      CREATE TABLE letter_signature (
        organisation_id uuid NOT NULL,
        issue_id uuid NOT NULL,
        ordinal integer NOT NULL,
        user_id uuid NOT NULL,
        post_id uuid NOT NULL,
        capacity text NOT NULL,
        key_id uuid NOT NULL,
        fingerprint text NOT NULL,
        at timestamptz NOT NULL,
        sha256 text NOT NULL,
        size integer NOT NULL,
        PRIMARY KEY (organisation_id, issue_id, ordinal),
        CONSTRAINT letter_signature_capacity_check CHECK (capacity IN ('regular', 'additional', 'link')),
        CONSTRAINT letter_signature_fingerprint_check CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
        CONSTRAINT letter_signature_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        CONSTRAINT letter_signature_size_check CHECK (size > 0),
        CONSTRAINT signed_by_the_one_named FOREIGN KEY (organisation_id, issue_id, ordinal, user_id, post_id, capacity)
          REFERENCES letter_signatory (organisation_id, issue_id, ordinal, user_id, post_id, capacity),
        CONSTRAINT signed_with_key FOREIGN KEY (organisation_id, key_id) REFERENCES signing_key (organisation_id, id)
      );
      CREATE INDEX letter_signature_by_key ON letter_signature (organisation_id, key_id);
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

      CREATE FUNCTION refuse_open_key_of_others() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM public.office_user WHERE organisation_id = NEW.organisation_id AND id = NEW.user_id AND demo) THEN
          RAISE EXCEPTION 'only people of the demo have keys that open by themselves'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'open_keys_are_of_the_demo';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER open_keys_are_of_the_demo BEFORE INSERT ON signing_key FOR EACH ROW
        WHEN (NEW.kind = 'demo') EXECUTE FUNCTION refuse_open_key_of_others();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

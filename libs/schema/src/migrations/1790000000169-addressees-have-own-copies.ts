import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each addressee of a letter may get a copy of his own, as its approved text says. The copies are entered with the letter, so
 * that either all are there or none. Where officers sign the letter, it waits signed until they are made.
 */
export class AddresseesHaveOwnCopies1790000000169 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE issue ADD COLUMN own_copies boolean NOT NULL DEFAULT false;
      -- Granted anew at every start, but for what the trigger fills.
      REVOKE INSERT ON issue FROM patravali_app;
      CREATE OR REPLACE FUNCTION take_form_of_draft() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        SELECT form INTO NEW.form FROM public.draft WHERE organisation_id = NEW.organisation_id AND id = NEW.draft_id;
        NEW.own_copies := EXISTS (SELECT FROM public.draft_version v WHERE v.organisation_id = NEW.organisation_id
          AND v.draft_id = NEW.draft_id AND v.number = NEW.draft_version AND v.content ? 'ownCopies');
        RETURN NEW;
      END $$;

      ALTER TABLE issue_recipient
        ADD COLUMN document_id uuid,
        ADD CONSTRAINT recipient_document FOREIGN KEY (organisation_id, document_id) REFERENCES document (organisation_id, id);
      CREATE INDEX recipient_by_document ON issue_recipient (organisation_id, document_id) WHERE document_id IS NOT NULL;

      CREATE FUNCTION refuse_recipient_without_own_copy() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (NEW.document_id IS NOT NULL) <> (NOT NEW.as_copy AND EXISTS (SELECT FROM public.issue i
            WHERE i.organisation_id = NEW.organisation_id AND i.id = NEW.issue_id AND i.own_copies)) THEN
          RAISE EXCEPTION 'each addressee has a copy of his own where the letter says so, and nobody else'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'own_copies_as_approved';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER own_copies_as_approved BEFORE INSERT ON issue_recipient FOR EACH ROW
        EXECUTE FUNCTION refuse_recipient_without_own_copy();

      -- What was signed last becomes the office copy some time later.
      ALTER TABLE letter_signature
        ADD COLUMN pages integer,
        ADD CONSTRAINT letter_signature_pages_check CHECK (pages > 0);

      CREATE OR REPLACE FUNCTION refuse_arrival_of_other_letter() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (
          SELECT FROM public.issue i
          JOIN public.issue_recipient n ON n.organisation_id = i.organisation_id AND n.issue_id = i.id AND n.position = NEW.position
          JOIN public.receipt r ON r.organisation_id = i.organisation_id AND r.document_id = COALESCE(n.document_id, i.document_id)
          WHERE r.organisation_id = NEW.organisation_id AND r.id = NEW.receipt_id AND i.id = NEW.issue_id
            AND r.delivery_mode = 'within_office' AND r.letter_number = i.number AND r.letter_date = i.issued_on
            AND r.holder_post_id = NEW.to_post_id) THEN
          RAISE EXCEPTION 'what arrives is the letter that was sent' USING ERRCODE = 'check_violation', CONSTRAINT = 'letter_arrives_as_sent';
        END IF;
        RETURN NEW;
      END $$;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A recipient may be marked as not to be sent the letter, with a reason, and the issuing post may confirm where a mail to
 * them goes. A mail goes to the confirmed address, else to that of the approved letter, and to no other.
 */
export class EachAddresseeIsAccountedFor1790000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE issue_recipient
        ADD COLUMN withheld_reason text, ADD COLUMN withheld_by_user_id uuid, ADD COLUMN withheld_by_post_id uuid,
        ADD COLUMN withheld_capacity text, ADD COLUMN withheld_at timestamptz,
        ADD COLUMN confirmed_email text, ADD COLUMN confirmed_by_user_id uuid, ADD COLUMN confirmed_by_post_id uuid,
        ADD COLUMN confirmed_capacity text, ADD COLUMN confirmed_at timestamptz,
        ADD CONSTRAINT withheld_whole CHECK (num_nonnulls(withheld_reason, withheld_by_user_id, withheld_by_post_id, withheld_capacity, withheld_at) IN (0, 5)),
        ADD CONSTRAINT withheld_or_served CHECK (withheld_at IS NULL OR served_at IS NULL),
        ADD CONSTRAINT withheld_with_reason CHECK (withheld_reason <> ''),
        ADD CONSTRAINT withheld_capacity_check CHECK (withheld_capacity IN ('regular', 'additional', 'link')),
        ADD CONSTRAINT confirmed_whole CHECK (num_nonnulls(confirmed_email, confirmed_by_user_id, confirmed_by_post_id, confirmed_capacity, confirmed_at) IN (0, 5)),
        ADD CONSTRAINT confirmed_email_check CHECK (confirmed_email <> ''),
        ADD CONSTRAINT confirmed_capacity_check CHECK (confirmed_capacity IN ('regular', 'additional', 'link')),
        ADD CONSTRAINT withheld_user FOREIGN KEY (organisation_id, withheld_by_user_id) REFERENCES office_user (organisation_id, id),
        ADD CONSTRAINT withheld_post FOREIGN KEY (organisation_id, withheld_by_post_id) REFERENCES post (organisation_id, id),
        ADD CONSTRAINT confirmed_user FOREIGN KEY (organisation_id, confirmed_by_user_id) REFERENCES office_user (organisation_id, id),
        ADD CONSTRAINT confirmed_post FOREIGN KEY (organisation_id, confirmed_by_post_id) REFERENCES post (organisation_id, id);
      DROP INDEX recipient_to_serve;
      CREATE INDEX recipient_to_serve ON issue_recipient (organisation_id, issue_id) WHERE served_at IS NULL AND withheld_at IS NULL;
      GRANT UPDATE (withheld_reason, withheld_by_user_id, withheld_by_post_id, withheld_capacity, withheld_at,
        confirmed_email, confirmed_by_user_id, confirmed_by_post_id, confirmed_capacity, confirmed_at) ON issue_recipient TO patravali_app;

      CREATE FUNCTION refuse_sending_withheld() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM issue_recipient WHERE organisation_id = NEW.organisation_id AND issue_id = NEW.issue_id
            AND position = NEW.position AND withheld_at IS NOT NULL) THEN
          RAISE EXCEPTION 'this addressee is not to be sent the letter' USING ERRCODE = 'check_violation', CONSTRAINT = 'withheld_is_not_sent';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER withheld_is_not_sent BEFORE INSERT ON dispatch FOR EACH ROW EXECUTE FUNCTION refuse_sending_withheld();

      CREATE FUNCTION refuse_mail_to_other_address() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM issue_recipient WHERE organisation_id = NEW.organisation_id AND issue_id = NEW.issue_id
            AND position = NEW.position AND COALESCE(confirmed_email, addressee ->> 'email') = NEW.email) THEN
          RAISE EXCEPTION 'a mail goes to the approved or the confirmed address' USING ERRCODE = 'check_violation', CONSTRAINT = 'mail_to_address_on_record';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER mail_to_address_on_record BEFORE INSERT OR UPDATE OF issue_id, position, mode, email ON dispatch
        FOR EACH ROW WHEN (NEW.mode = 'email') EXECUTE FUNCTION refuse_mail_to_other_address();

      CREATE FUNCTION refuse_withholding_what_was_sent() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM dispatch WHERE organisation_id = NEW.organisation_id AND issue_id = NEW.issue_id
            AND position = NEW.position AND state IN ('queued', 'sent', 'delivered')) THEN
          RAISE EXCEPTION 'what was sent cannot be withheld' USING ERRCODE = 'check_violation', CONSTRAINT = 'sent_is_not_withheld';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER sent_is_not_withheld BEFORE UPDATE OF withheld_at ON issue_recipient
        FOR EACH ROW WHEN (NEW.withheld_at IS NOT NULL) EXECUTE FUNCTION refuse_withholding_what_was_sent();

      CREATE FUNCTION refuse_confirming_by_others() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM issue WHERE organisation_id = NEW.organisation_id AND id = NEW.issue_id
            AND issued_by_post_id = NEW.confirmed_by_post_id) THEN
          RAISE EXCEPTION 'only the issuing post confirms an address' USING ERRCODE = 'check_violation', CONSTRAINT = 'confirmed_by_issuing_post';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER confirmed_by_issuing_post BEFORE INSERT OR UPDATE OF confirmed_email, confirmed_by_post_id ON issue_recipient
        FOR EACH ROW WHEN (NEW.confirmed_at IS NOT NULL) EXECUTE FUNCTION refuse_confirming_by_others();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A letter that is sent to a post of the same office arrives there as a receipt, in the act that sends it. It is no new
 * document: every receipt of one letter shows the bytes that were signed. How it came is never corrected to or from that.
 */
export class LettersArriveWithinTheOffice1790000000146 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE receipt
        DROP CONSTRAINT receipt_delivery_mode_check,
        ADD CONSTRAINT receipt_delivery_mode_check
          CHECK (delivery_mode IN ('by_hand', 'post', 'speed_post', 'email', 'other', 'within_office')),
        DROP CONSTRAINT one_receipt_per_document;
      CREATE UNIQUE INDEX one_receipt_per_document ON receipt (organisation_id, document_id) WHERE delivery_mode <> 'within_office';
      CREATE INDEX receipt_by_document ON receipt (organisation_id, document_id);

      CREATE FUNCTION refuse_correcting_way_within() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a letter came from within the office, or did not' USING ERRCODE = 'check_violation', CONSTRAINT = 'came_within_stays';
      END $$;
      CREATE TRIGGER came_within_stays BEFORE UPDATE OF delivery_mode ON receipt
        FOR EACH ROW WHEN ((OLD.delivery_mode = 'within_office') <> (NEW.delivery_mode = 'within_office'))
        EXECUTE FUNCTION refuse_correcting_way_within();

      CREATE OR REPLACE FUNCTION refuse_grading_of_others() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE acting uuid[];
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          IF NEW.grading = OLD.grading AND (NEW.urgency = OLD.urgency OR NOT urgency_needs_officer(NEW.organisation_id, NEW.urgency)) THEN
            RETURN NEW;
          END IF;
          acting := ARRAY[OLD.holder_post_id];
          IF TG_TABLE_NAME = 'file_custody' THEN
            IF OLD.incorporated AND NEW.urgency = OLD.urgency THEN
              acting := ARRAY(SELECT main.holder_post_id FROM public.office_file f JOIN public.file_custody main
                  ON main.organisation_id = f.organisation_id AND main.file_id = f.main_file_id
                WHERE f.organisation_id = NEW.organisation_id AND f.id = NEW.file_id AND main.grading = NEW.grading);
            END IF;
          END IF;
        ELSE
          -- A letter has its grading from its sender; the diary only notes it. One from within the office has its urgency too.
          IF TG_TABLE_NAME = 'receipt' THEN
            IF NEW.delivery_mode = 'within_office' THEN RETURN NEW; END IF;
          END IF;
          IF (NEW.grading = 'normal' OR TG_TABLE_NAME = 'receipt')
            AND NOT urgency_needs_officer(NEW.organisation_id, NEW.urgency) THEN RETURN NEW; END IF;
          -- A further volume has both from the one before, which another trigger sees to.
          IF TG_TABLE_NAME = 'file_custody' THEN
            IF NEW.volume > 1 THEN RETURN NEW; END IF;
          END IF;
          acting := ARRAY[NEW.holder_post_id];
        END IF;
        IF TG_TABLE_NAME = 'receipt' THEN
          acting := CASE TG_OP WHEN 'UPDATE' THEN acting || NEW.diarised_by_post_id ELSE ARRAY[NEW.diarised_by_post_id] END;
        END IF;
        IF NOT EXISTS (SELECT FROM post p WHERE p.organisation_id = NEW.organisation_id AND p.id = ANY (acting)
            AND 'officer' = ANY (p.roles)) THEN
          RAISE EXCEPTION 'only an officer grades above normal or sets such an urgency'
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
        END IF;
        RETURN NEW;
      END $$;

      ALTER TABLE dispatch
        ADD COLUMN to_post_id uuid,
        ADD COLUMN receipt_id uuid,
        ADD CONSTRAINT arrives_within_the_office CHECK (num_nonnulls(to_post_id, receipt_id) = CASE mode WHEN 'within_office' THEN 2 ELSE 0 END),
        ADD CONSTRAINT dispatch_to_post FOREIGN KEY (organisation_id, to_post_id) REFERENCES post (organisation_id, id),
        ADD CONSTRAINT dispatch_receipt FOREIGN KEY (organisation_id, receipt_id) REFERENCES receipt (organisation_id, id);

      CREATE FUNCTION refuse_arrival_of_other_letter() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (
          SELECT FROM public.receipt r JOIN public.issue i ON i.organisation_id = r.organisation_id AND i.document_id = r.document_id
          WHERE r.organisation_id = NEW.organisation_id AND r.id = NEW.receipt_id AND i.id = NEW.issue_id
            AND r.delivery_mode = 'within_office' AND r.letter_number = i.number AND r.letter_date = i.issued_on
            AND r.holder_post_id = NEW.to_post_id) THEN
          RAISE EXCEPTION 'what arrives is the letter that was sent' USING ERRCODE = 'check_violation', CONSTRAINT = 'letter_arrives_as_sent';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER letter_arrives_as_sent BEFORE INSERT ON dispatch
        FOR EACH ROW WHEN (NEW.mode = 'within_office') EXECUTE FUNCTION refuse_arrival_of_other_letter();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

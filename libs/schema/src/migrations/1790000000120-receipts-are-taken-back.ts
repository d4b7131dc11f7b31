import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A receipt is pulled back and returned as files are, and one that was marked to the wrong post is redirected by it. The day
 * by which the first sender wanted something goes along: it was right when it was given.
 */
export class ReceiptsAreTakenBack1790000000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE receipt
        ADD COLUMN returned boolean NOT NULL DEFAULT false,
        ADD COLUMN redirected boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT receipt_came_one_way CHECK (NOT (returned AND redirected));

      CREATE FUNCTION refuse_receipt_unlike_arrival() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        r public.receipt;
        last text;
      BEGIN
        SELECT * INTO r FROM public.receipt WHERE organisation_id = NEW.organisation_id AND id = NEW.id;
        SELECT kind INTO last FROM public.movement WHERE organisation_id = r.organisation_id AND receipt_id = r.id
          ORDER BY sequence DESC LIMIT 1;
        -- What was pulled back lies there as it had come there before.
        IF last <> 'pulled_back' AND (r.returned, r.redirected) IS DISTINCT FROM (last = 'returned', last = 'redirected') THEN
          RAISE EXCEPTION 'a letter says how it came' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER receipt_says_how_it_came AFTER INSERT OR UPDATE OF returned, redirected, movements ON receipt
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_receipt_unlike_arrival();

      CREATE FUNCTION refuse_moving_letter_without_right() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE r public.receipt;
      BEGIN
        SELECT * INTO r FROM public.receipt WHERE organisation_id = NEW.organisation_id AND id = NEW.receipt_id;
        IF r.state = 'on_desk' AND (
          NEW.kind = 'pulled_back' AND r.opened_at IS NULL AND r.sender_post_id = NEW.to_post_id AND NEW.by_post_id = NEW.to_post_id
          OR NEW.kind = 'returned' AND r.sender_post_id = NEW.to_post_id AND NEW.by_post_id = r.holder_post_id
          OR NEW.kind = 'redirected' AND r.sender_post_id <> NEW.to_post_id AND NEW.by_post_id = r.holder_post_id) THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'its sender takes back an unopened letter; who holds it returns it to him, or redirects it to another'
          USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
      END $$;
      CREATE TRIGGER letter_moves_by_right BEFORE INSERT ON movement FOR EACH ROW
        WHEN (NEW.receipt_id IS NOT NULL AND NEW.kind IN ('pulled_back', 'returned', 'redirected'))
        EXECUTE FUNCTION refuse_moving_letter_without_right();

      DROP TRIGGER due_day_lies_ahead ON movement;
      CREATE TRIGGER due_day_lies_ahead BEFORE INSERT ON movement
        FOR EACH ROW WHEN (NEW.due_on IS NOT NULL AND NEW.kind <> 'redirected') EXECUTE FUNCTION refuse_past_due_day();
      DROP TRIGGER due_day_is_a_working_day ON movement;
      CREATE TRIGGER due_day_is_a_working_day BEFORE INSERT ON movement
        FOR EACH ROW WHEN (NEW.due_on IS NOT NULL AND NEW.kind <> 'redirected') EXECUTE FUNCTION refuse_due_day_of_rest();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

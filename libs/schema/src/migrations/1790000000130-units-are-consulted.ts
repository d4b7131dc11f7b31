import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A unit is consulted through the post that heads it, which is kept beside it. A copy that is given anew and taken back unseen is
 * again what it was. A desk finds the receipts that it has sent.
 */
export class UnitsAreConsulted1790000000130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE consulted_post ADD COLUMN unit_id uuid,
        ADD CONSTRAINT consulted_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit (organisation_id, id);
      CREATE FUNCTION refuse_other_head() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.post_id IS DISTINCT FROM (SELECT p.id FROM public.post p WHERE p.organisation_id = NEW.organisation_id
            AND p.unit_id = NEW.unit_id AND p.roles && '{dealing_hand,officer,dispatcher}'::text[]
            ORDER BY p.level, p.marking COLLATE "C" LIMIT 1) THEN
          RAISE EXCEPTION 'a unit is asked through its head' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER unit_is_asked_through_head BEFORE INSERT ON consulted_post FOR EACH ROW WHEN (NEW.unit_id IS NOT NULL)
        EXECUTE FUNCTION refuse_other_head();
      CREATE FUNCTION refuse_other_unit() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'as which unit a post was asked stands' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
      END $$;
      CREATE TRIGGER asked_unit_stays BEFORE UPDATE ON consulted_post FOR EACH ROW
        WHEN (OLD.unit_id IS DISTINCT FROM NEW.unit_id) EXECUTE FUNCTION refuse_other_unit();

      CREATE INDEX receipt_sent ON receipt (organisation_id, sender_post_id, since, id) WHERE state = 'on_desk';

      -- The copy as it was before it was given anew, if it was there then: that comes back when the new one is taken back.
      ALTER TABLE receipt_copy ADD COLUMN earlier jsonb;
      CREATE FUNCTION keep_earlier_copy() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          NEW.earlier := NULL;
        ELSIF NEW.movement_sequence > OLD.movement_sequence THEN
          NEW.earlier := CASE WHEN OLD.taken_back_at IS NULL THEN to_jsonb(OLD) - 'earlier' END;
        ELSIF NEW.taken_back_at IS NOT NULL AND OLD.earlier IS NOT NULL THEN
          NEW := jsonb_populate_record(OLD, OLD.earlier);
          NEW.earlier := NULL;
        ELSE
          NEW.earlier := OLD.earlier;
        END IF;
        RETURN NEW;
      END $$;
      -- By their names, after the one that looks at what the statement wants: copy_is_given_and_seen.
      CREATE TRIGGER copy_keeps_earlier BEFORE INSERT OR UPDATE ON receipt_copy
        FOR EACH ROW EXECUTE FUNCTION keep_earlier_copy();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

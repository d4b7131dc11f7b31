import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The dispatches of a letter are numbered under its number, and what is sent again gets the next. A dispatch goes its way
 * once: queued, sent, delivered or returned, or failed; and while one is under way to an addressee, or has reached them, no
 * other is made. What the post office took is entered with it or later.
 */
export class DispatchesAreNumbered1790000000145 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dispatch ADD COLUMN ordinal integer, ADD COLUMN postage integer;
      UPDATE dispatch d SET ordinal = counted.ordinal
      FROM (SELECT id, row_number() OVER (PARTITION BY organisation_id, issue_id ORDER BY at, id) AS ordinal FROM dispatch) counted
      WHERE d.id = counted.id;
      ALTER TABLE dispatch
        ALTER COLUMN ordinal SET NOT NULL,
        DROP CONSTRAINT dispatch_mode_check,
        ADD CONSTRAINT dispatch_mode_check CHECK (mode IN ('email', 'within_office', 'by_hand', 'post', 'registered_post', 'speed_post')),
        ADD CONSTRAINT dispatch_ordinal_check CHECK (ordinal > 0),
        ADD CONSTRAINT dispatch_ordinal_once UNIQUE (organisation_id, issue_id, ordinal),
        ADD CONSTRAINT dispatch_postage_check CHECK (postage >= 0),
        ADD CONSTRAINT postage_of_post CHECK (postage IS NULL OR mode IN ('post', 'registered_post', 'speed_post'));
      DROP INDEX dispatch_by_issue;
      CREATE UNIQUE INDEX one_dispatch_in_force ON dispatch (organisation_id, issue_id, position)
        WHERE state IN ('queued', 'sent', 'delivered');
      CREATE INDEX dispatch_not_arrived ON dispatch (organisation_id) WHERE state IN ('queued', 'failed', 'returned');
      REVOKE INSERT ON dispatch FROM patravali_app;

      CREATE FUNCTION number_dispatch() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        SELECT COALESCE(max(ordinal), 0) + 1 INTO NEW.ordinal FROM public.dispatch
          WHERE organisation_id = NEW.organisation_id AND issue_id = NEW.issue_id;
        RETURN NEW;
      END $$;
      CREATE TRIGGER dispatch_is_numbered BEFORE INSERT ON dispatch FOR EACH ROW EXECUTE FUNCTION number_dispatch();

      CREATE FUNCTION refuse_other_way_of_dispatch() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (OLD.state, NEW.state) NOT IN (('queued', 'sent'), ('queued', 'failed'), ('sent', 'delivered'), ('sent', 'returned')) THEN
          RAISE EXCEPTION 'a dispatch that is % does not become %', OLD.state, NEW.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'dispatch_goes_its_way';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER dispatch_goes_its_way BEFORE UPDATE OF state ON dispatch
        FOR EACH ROW WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION refuse_other_way_of_dispatch();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One function says what time it is in the office, and all its tables ask it. In ordinary work it tells the time of the
 * machine. While a demo office is being seeded its clock is behind, so that three months pass in seconds: only the owner of
 * the database may set it back, only before anything has happened, and from then on it only catches up. Sessions, sign-in
 * links, idempotency keys and jobs keep the time of the machine.
 */
export class TheOfficeClock1790000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE office_clock (
        only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
        behind interval NOT NULL CHECK (behind >= INTERVAL '0')
      );
      GRANT SELECT ON office_clock TO patravali_app;

      CREATE FUNCTION refuse_clock_set_back() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND NEW.behind > OLD.behind
          OR TG_OP = 'INSERT' AND NEW.behind > INTERVAL '0' AND EXISTS (SELECT FROM event) THEN
          RAISE EXCEPTION 'the office clock is never set back' USING ERRCODE = 'check_violation', CONSTRAINT = 'clock_goes_forward';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER clock_goes_forward BEFORE INSERT OR UPDATE ON office_clock
        FOR EACH ROW EXECUTE FUNCTION refuse_clock_set_back();

      -- The schema is named, so that no temporary table of the session stands in between.
      CREATE FUNCTION office_now() RETURNS timestamptz LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
      BEGIN
        RETURN clock_timestamp() - COALESCE((SELECT behind FROM public.office_clock), INTERVAL '0');
      END $$;
      CREATE OR REPLACE FUNCTION india_today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT (public.office_now() AT TIME ZONE INTERVAL '5 hours 30 minutes')::date $$;

      DO $$
      DECLARE stamped record;
      BEGIN
        FOR stamped IN
          SELECT d.adrelid::regclass AS of_table, a.attname AS of_column
          FROM pg_attrdef d JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
            JOIN pg_class c ON c.oid = d.adrelid
          WHERE c.relnamespace = 'public'::regnamespace AND pg_get_expr(d.adbin, d.adrelid) = 'clock_timestamp()'
            AND c.relname NOT IN ('session', 'sign_in_failure', 'sign_in_link', 'idempotency_key')
        LOOP
          EXECUTE format('ALTER TABLE %s ALTER %I SET DEFAULT office_now()', stamped.of_table, stamped.of_column);
        END LOOP;
      END $$;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

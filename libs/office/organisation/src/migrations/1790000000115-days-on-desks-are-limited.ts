import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * For how many working days a post may keep a case without saying why, and how working days are counted: the day on which
 * a case comes is not counted, the day that it is now is, if the office works on it.
 */
export class DaysOnDesksAreLimited1790000000115 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisation ADD COLUMN desk_limit_days smallint NOT NULL DEFAULT 7
        CONSTRAINT organisation_desk_limit_days_check CHECK (desk_limit_days BETWEEN 1 AND 60);

      -- Of the organisation $1: the working days after $2, up to and with $3.
      CREATE FUNCTION working_days(uuid, date, date) RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT count(*)::integer FROM generate_series(1, $3 - $2) ahead WHERE public.office_works_on($1, $2 + ahead)
      $$;

      -- The working day that is so many back from this day, which counts as the first if the office works on it; null if there are
      -- none. From the day before it until this day it is so many working days.
      CREATE FUNCTION working_day_back(office uuid, from_day date, days integer) RETURNS date
        LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
      DECLARE
        day date := from_day + 1;
        missing integer := days;
      BEGIN
        WHILE missing > 0 LOOP
          day := day - 1;
          IF day < from_day - 366 - 7 * days THEN RETURN NULL; END IF;
          IF public.office_works_on(office, day) THEN missing := missing - 1; END IF;
        END LOOP;
        RETURN day;
      END $$;

      -- What came to a desk of this organisation before this day has been there longer than the limit.
      CREATE FUNCTION first_day_in_limit(uuid) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT public.working_day_back($1, public.india_today(), o.desk_limit_days + 1) FROM public.organisation o WHERE o.id = $1
      $$;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

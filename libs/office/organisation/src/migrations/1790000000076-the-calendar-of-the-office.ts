import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * On which days the office works: its rest days by weekday and week of the month, and what orders have declared beside them.
 * Offices that are there already rest on Sundays and second Saturdays.
 */
export class TheCalendarOfTheOffice1790000000076 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE rest_day (
        organisation_id uuid NOT NULL REFERENCES organisation,
        weekday smallint NOT NULL CHECK (weekday BETWEEN 0 AND 6),
        week smallint NOT NULL CHECK (week BETWEEN 1 AND 5),
        PRIMARY KEY (organisation_id, weekday, week)
      );
      CREATE TABLE declared_day (
        organisation_id uuid NOT NULL REFERENCES organisation,
        day date NOT NULL,
        works boolean NOT NULL,
        name_hi text NOT NULL,
        name_en text NOT NULL,
        PRIMARY KEY (organisation_id, day)
      );
      INSERT INTO rest_day SELECT o.id, 0, week FROM organisation o, generate_series(1, 5) week
        UNION ALL SELECT o.id, 6, 2 FROM organisation o;

      -- $1 is the organisation, $2 the day.
      CREATE FUNCTION office_works_on(uuid, date) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT COALESCE(
          (SELECT d.works FROM public.declared_day d WHERE d.organisation_id = $1 AND d.day = $2),
          NOT EXISTS (SELECT FROM public.rest_day r WHERE r.organisation_id = $1
            AND r.weekday = extract(dow FROM $2)::smallint AND r.week = ((extract(day FROM $2)::int - 1) / 7 + 1)::smallint))
      $$;
      -- The first day from this one on which the office works; null if there is none within a year.
      CREATE FUNCTION next_working_day(uuid, date) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT $2 + ahead FROM generate_series(0, 366) ahead WHERE public.office_works_on($1, $2 + ahead) ORDER BY ahead LIMIT 1
      $$;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

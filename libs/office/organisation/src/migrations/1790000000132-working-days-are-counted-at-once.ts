import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Working days are asked for with every movement and every row of a desk: one statement counts them, where a function was
 * called for each day before. What came today has been there for none.
 */
export class WorkingDaysAreCountedAtOnce1790000000132 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of the organisation $1: the working days after $2, up to and with $3, as office_works_on() has them.
      CREATE OR REPLACE FUNCTION working_days(uuid, date, date) RETURNS integer LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
      BEGIN
        IF ($3 > $2) IS NOT TRUE THEN RETURN 0; END IF;
        RETURN (SELECT count(*) FROM generate_series(1, $3 - $2) ahead
          LEFT JOIN public.declared_day d ON d.organisation_id = $1 AND d.day = $2 + ahead
          LEFT JOIN public.rest_day r ON r.organisation_id = $1 AND r.weekday = extract(dow FROM $2 + ahead)::smallint
            AND r.week = ((extract(day FROM $2 + ahead)::int - 1) / 7 + 1)::smallint
          WHERE COALESCE(d.works, r.week IS NULL));
      END $$;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

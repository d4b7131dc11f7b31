import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That the levels of a ladder go up is looked at with every change of a file's custody: no query is needed for it. */
export class LevelsAreComparedInPlace1790000000133 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The higher a post, the lower its number: none twice, none unknown.
      CREATE OR REPLACE FUNCTION goes_up(levels smallint[]) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
      BEGIN
        FOR place IN 1..COALESCE(cardinality(levels), 0) LOOP
          IF levels[place] IS NULL OR place > 1 AND levels[place] >= levels[place - 1] THEN RETURN false; END IF;
        END LOOP;
        RETURN true;
      END $$;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

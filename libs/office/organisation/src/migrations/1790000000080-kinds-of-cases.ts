import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Kinds of cases, and who disposes of them from which day on. A power says which levels a case climbs, the lowest first; the
 * last is the final authority, or the one post there that is named. Earlier powers stay: the latest that has begun holds.
 */
export class KindsOfCases1790000000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION goes_up(levels smallint[]) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
        SELECT array_position(levels, NULL) IS NULL AND levels = ARRAY(SELECT DISTINCT each FROM unnest(levels) each ORDER BY each DESC)
      $$;
      CREATE TABLE case_category (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL REFERENCES organisation,
        code text NOT NULL CHECK (code <> '' AND code IS NFC NORMALIZED),
        name_hi text NOT NULL CHECK (name_hi <> ''),
        name_en text NOT NULL CHECK (name_en <> ''),
        unit_id uuid,
        CONSTRAINT case_category_of_organisation UNIQUE (organisation_id, id),
        CONSTRAINT case_category_code_once UNIQUE (organisation_id, code),
        CONSTRAINT case_category_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit (organisation_id, id)
      );
      CREATE TABLE power_delegation (
        organisation_id uuid NOT NULL,
        category_id uuid NOT NULL,
        from_on date NOT NULL,
        levels smallint[] NOT NULL CHECK (cardinality(levels) BETWEEN 1 AND 20 AND goes_up(levels)),
        final_post_id uuid,
        PRIMARY KEY (organisation_id, category_id, from_on),
        CONSTRAINT power_of_category FOREIGN KEY (organisation_id, category_id) REFERENCES case_category (organisation_id, id),
        CONSTRAINT power_final_post FOREIGN KEY (organisation_id, final_post_id) REFERENCES post (organisation_id, id)
      );
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Administrators keep heads of any shape and retire them, and say from which number a series goes on. */
export class NumberStarts1790000000360 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE number_head ALTER COLUMN "primary" DROP NOT NULL, ALTER COLUMN secondary DROP NOT NULL,
        DROP CONSTRAINT number_head_basic_check,
        ADD CONSTRAINT number_head_basic_check CHECK (basic ~ '^[^[:space:]/{}]+$'),
        ADD COLUMN retired_at timestamptz, ADD COLUMN version integer NOT NULL DEFAULT 1,
        ADD CONSTRAINT number_head_has_its_parts CHECK (CASE num_nonnulls("primary", secondary)
          WHEN 0 THEN tertiary IS NULL WHEN 2 THEN basic ~ '^[A-Z]$' ELSE false END);
      CREATE TABLE number_start (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL,
        scheme text NOT NULL,
        series text NOT NULL,
        period text NOT NULL,
        last integer NOT NULL CHECK (last > 0),
        CONSTRAINT number_start_once UNIQUE (organisation_id, scheme, series, period, last),
        CONSTRAINT start_of_scheme FOREIGN KEY (organisation_id, scheme)
          REFERENCES number_scheme (organisation_id, kind)
      );`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each signature of a letter says how long it can be checked. What an authority for time stamps did not answer is kept with the
 * signature that waits for it, and a key says whether its certificate is of another name than its owner's.
 */
export class SignaturesLast1790000000163 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE letter_signature
        ADD COLUMN level text NOT NULL DEFAULT 'B-B',
        ADD CONSTRAINT letter_signature_level_check CHECK (level IN ('B-B', 'B-T', 'B-LT'));
      ALTER TABLE letter_signature ALTER COLUMN level DROP DEFAULT;

      ALTER TABLE signing_key ADD COLUMN bears_other_name boolean NOT NULL DEFAULT false;
      ALTER TABLE signing_key ALTER COLUMN bears_other_name DROP DEFAULT;

      CREATE TABLE stamp_failure (
        organisation_id uuid NOT NULL,
        issue_id uuid NOT NULL,
        ordinal integer NOT NULL,
        at timestamptz NOT NULL DEFAULT office_now(),
        PRIMARY KEY (organisation_id, issue_id, ordinal),
        CONSTRAINT stamp_of_signatory FOREIGN KEY (organisation_id, issue_id, ordinal)
          REFERENCES letter_signatory (organisation_id, issue_id, ordinal)
      );
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

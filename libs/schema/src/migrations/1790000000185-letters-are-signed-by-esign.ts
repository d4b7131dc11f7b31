import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A service of the kind of eSign makes a key for one signature and forgets it: what stays is its certificate, as that of a token. Until
 * the service has answered, what it was asked is kept: one request of each signatory, in whose place the next one comes.
 */
export class LettersAreSignedByEsign1790000000185 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE signing_key
        DROP CONSTRAINT signing_key_kind_check,
        ADD CONSTRAINT signing_key_kind_check CHECK (kind IN ('p12', 'token', 'demo', 'esign')),
        DROP CONSTRAINT key_kept_while_in_use,
        ADD CONSTRAINT key_kept_while_in_use
          CHECK ((state = 'in_use' AND kind NOT IN ('token', 'esign')) = (p12 IS NOT NULL));

      CREATE TABLE esign_request (
        organisation_id uuid NOT NULL,
        issue_id uuid NOT NULL,
        ordinal integer NOT NULL,
        transaction text NOT NULL,
        at timestamptz NOT NULL,
        answered_at timestamptz,
        signature text,
        certificate text,
        PRIMARY KEY (organisation_id, issue_id, ordinal),
        CONSTRAINT esign_transaction UNIQUE (transaction),
        CONSTRAINT esign_signed_with_certificate CHECK ((signature IS NULL) = (certificate IS NULL)),
        CONSTRAINT esign_signed_when_answered CHECK (signature IS NULL OR answered_at IS NOT NULL),
        CONSTRAINT esign_of_signatory FOREIGN KEY (organisation_id, issue_id, ordinal)
          REFERENCES letter_signatory (organisation_id, issue_id, ordinal)
      );
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Events name the rows that their transactions wrote, each with the hash of its text. */
export class SealedRows1790000000222 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE event DROP CONSTRAINT event_encoding_check, ADD COLUMN rows_hash bytea;
      ALTER TABLE event ADD CONSTRAINT rows_are_named_since_encoding_2
        CHECK (rows_hash IS NULL OR (encoding >= 2 AND octet_length(rows_hash) = 32)) NOT VALID;
      ALTER TABLE event VALIDATE CONSTRAINT rows_are_named_since_encoding_2;
      ALTER TABLE event ADD CONSTRAINT event_encoding_check CHECK (encoding IN (0, 1, 2)) NOT VALID;
      ALTER TABLE event VALIDATE CONSTRAINT event_encoding_check;
      CREATE TABLE sealed_row (
        place bigint GENERATED ALWAYS AS IDENTITY,
        event_id uuid NOT NULL,
        name text COLLATE "C" NOT NULL,
        hash bytea CHECK (octet_length(hash) = 32),
        PRIMARY KEY (name, place)
      );
      CREATE INDEX sealed_row_of_event ON sealed_row (event_id)`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

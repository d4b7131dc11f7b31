import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each signature draws its day on the page, where the letter that was set for it has left room. */
export class DaysOfSignatures1790000000341 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE issue ADD COLUMN signature_rooms jsonb,
        ADD CONSTRAINT rooms_of_what_is_set CHECK (signature_rooms IS NULL OR unsigned_sha256 IS NOT NULL);`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

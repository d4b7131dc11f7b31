import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Administrators are told of troubles by mail, once of each. */
export class ToldTrouble1790000000231 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE told_trouble (
        trouble text NOT NULL CHECK (trouble IN ('log', 'record', 'unchecked', 'mails', 'disk', 'backup')),
        place text NOT NULL,
        since timestamptz NOT NULL DEFAULT office_now(),
        told boolean NOT NULL DEFAULT false,
        gone_at timestamptz,
        PRIMARY KEY (trouble, place),
        CONSTRAINT trouble_goes_after_it_came CHECK (gone_at >= since)
      )`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

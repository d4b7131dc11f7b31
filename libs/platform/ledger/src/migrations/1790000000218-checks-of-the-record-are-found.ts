import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the whole record was checked last, and what came of it, is asked by every supervisor. */
export class ChecksOfTheRecordAreFound1790000000218 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX event_of_record_check ON event (organisation_id, at) WHERE name = 'organisation.record_checked'`,
    );
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Events are looked for by when they happened, by whom, from which post and by their names: newest first each time. */
export class EventsAreSearched1790000000205 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX event_by_age ON event (organisation_id, at, id) WHERE subject_kind IN ('file', 'receipt');
      CREATE INDEX event_by_person ON event (organisation_id, user_id, at, id) WHERE subject_kind IN ('file', 'receipt');
      CREATE INDEX event_by_post ON event (organisation_id, post_id, at, id) WHERE subject_kind IN ('file', 'receipt');
      CREATE INDEX event_by_name ON event (organisation_id, name, at, id) WHERE subject_kind IN ('file', 'receipt');
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the log says of itself is found without going through all events that are lost, and those of one subject without the others. */
export class LossesAreFound1790000000214 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX log_entry_of_the_log ON log_entry (index) WHERE event_id IS NULL AND text NOT LIKE 'patravali entry %';
      CREATE INDEX log_entry_of_lost_event ON log_entry ((substring(text FROM '\\nsubject [a-z]+ ([0-9a-f-]{36})\\n')))
        WHERE event_id IS NULL AND text LIKE 'patravali entry %';
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

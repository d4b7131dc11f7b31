import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is found says also of which day and post it is, and who sent a letter: all of it is indexed once more, beside work. */
export class FoundWhereAndWhen1790000000411 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO search_due (kind, item_id) SELECT kind, item_id FROM search_entry
        ON CONFLICT ON CONSTRAINT search_due_pkey DO NOTHING;`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Files say also on which day they were opened and whose they are: all of them are indexed once more, beside work. What is set aside is
 * little, and found by that.
 */
export class FilesWhereAndWhen1790000000445 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO search_due (kind, item_id) SELECT 'file', file_id FROM file_search
        ON CONFLICT ON CONSTRAINT search_due_pkey DO NOTHING;
      CREATE INDEX files_set_aside ON file_custody (organisation_id, state, file_id)
        WHERE state IN ('parked', 'in_call_book', 'attached');`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

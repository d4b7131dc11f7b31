import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files say also on which day they were opened and whose they are: all of them are indexed once more, beside work. */
export class FilesWhereAndWhen1790000000445 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO search_due (kind, item_id) SELECT 'file', file_id FROM file_search
        ON CONFLICT ON CONSTRAINT search_due_pkey DO NOTHING;`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

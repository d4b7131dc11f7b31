import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files are listed by the time that the database gave them: an id follows the clock of the process that made it. */
export class FilesInTheOrderOfTheDatabase1790000000034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX file_by_creator;
      CREATE INDEX file_by_creator ON office_file (organisation_id, created_by_post_id, created_at, id);
      CREATE INDEX file_by_age ON office_file (organisation_id, created_at, id);
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

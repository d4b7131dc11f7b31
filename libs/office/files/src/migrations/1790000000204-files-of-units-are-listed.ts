import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The files of a unit are listed newest first, however many the office has. */
export class FilesOfUnitsAreListed1790000000204 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX file_by_unit ON office_file (organisation_id, unit_id, computer_number)');
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

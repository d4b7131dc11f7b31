import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The register of letters asks custody who may read the file of a letter. Searching no longer needs this index, but without it
 * somebody who may read few files would have the whole register gone through for each page.
 */
export class RegistersAreReadByReader1790000000055 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX custody_readers ON file_custody USING gin (reader_post_ids)');
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

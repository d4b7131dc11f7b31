import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the office makes itself is no upload: five hundred copies of a letter use up nobody's day. */
export class DocumentsAreMadeHere1790000000168 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE document ADD COLUMN made_here boolean NOT NULL DEFAULT false`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a document may be labelled with has one more: that it is a file of another kind as well. */
export class Polyglots1790000000232 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE document DROP CONSTRAINT document_active_check, ADD CONSTRAINT document_active_check
         CHECK (active <@ ARRAY['javascript', 'launch', 'attachment', 'xfa', 'submit', 'media', 'link', 'polyglot'])`,
    );
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

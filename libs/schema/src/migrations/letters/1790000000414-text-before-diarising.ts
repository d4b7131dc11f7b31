import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A document that is about to be diarised keeps what its first pages and its last say of themselves. */
export class TextBeforeDiarising1790000000414 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE document_text ADD COLUMN own jsonb CHECK (jsonb_typeof(own) = 'array');`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a stored PDF carries that acts or leads out of it. Null: stored before it was looked for. */
export class ActiveContentIsKnown1790000000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE document ADD COLUMN active text[],
        ADD CONSTRAINT document_active_check
          CHECK (active <@ ARRAY['javascript', 'launch', 'attachment', 'xfa', 'submit', 'media', 'link']);
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

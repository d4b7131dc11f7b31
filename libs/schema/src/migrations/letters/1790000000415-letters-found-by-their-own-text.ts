import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents that have a text of their own are looked into once more, for what it says: a letter is found by it. */
export class LettersFoundByTheirOwnText1790000000415 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE document_text t SET state = 'waiting', attempts = 0, next_at = office_now()
      FROM document d WHERE d.id = t.document_id AND d.has_text AND t.state = 'done';`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

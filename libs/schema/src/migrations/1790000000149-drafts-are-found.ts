import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Drafts are listed by when they were changed last: all that one may read, and those of one signatory. */
export class DraftsAreFound1790000000149 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX draft_by_change ON draft (organisation_id, changed_at, id);
      CREATE INDEX draft_by_signatory ON draft (organisation_id, signatory_post_id, changed_at, id);
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

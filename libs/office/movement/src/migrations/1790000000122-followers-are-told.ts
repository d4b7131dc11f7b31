import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever follows a file is told what becomes of it; on the day of a reminder, whoever wanted one. */
export class FollowersAreTold1790000000122 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX followed_by_file ON followed_file (organisation_id, file_id);
      CREATE INDEX followed_by_reminder ON followed_file (remind_on) WHERE remind_on IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A file may have a kind of case. Its custody counts the distinct levels of the desks that sent it on, and names the jumped
 * posts that it has yet to pass on its way back; the register says which posts a forward jumped, and never without a reason.
 */
export class FilesClimbLadders1790000000081 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE file_custody
        ADD COLUMN category_id uuid,
        ADD COLUMN levels smallint[] NOT NULL DEFAULT '{}' CONSTRAINT levels_go_up CHECK (goes_up(levels)),
        ADD COLUMN jumped_post_ids uuid[] NOT NULL DEFAULT '{}',
        ADD CONSTRAINT custody_category FOREIGN KEY (organisation_id, category_id) REFERENCES case_category (organisation_id, id);
      ALTER TABLE movement
        ADD COLUMN jumped_post_ids uuid[] NOT NULL DEFAULT '{}',
        ADD CONSTRAINT jumps_have_reasons CHECK (jumped_post_ids = '{}'
          OR (kind = 'forwarded' AND file_id IS NOT NULL AND remarks IS NOT NULL));
      UPDATE file_custody c SET levels = climbed.levels
      FROM (SELECT m.file_id, array_agg(DISTINCT p.level ORDER BY p.level DESC) AS levels
        FROM movement m JOIN post p ON p.organisation_id = m.organisation_id AND p.id = m.from_post_id
        WHERE m.file_id IS NOT NULL AND m.kind IN ('forwarded', 'returned', 'put_up_for_correction', 'correction_returned')
        GROUP BY m.file_id) climbed
      WHERE climbed.file_id = c.file_id;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

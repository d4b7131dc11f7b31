import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is attached elsewhere comes back to a desk that a link officer has kept. */
export class Attachments1790000000401 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tenure ADD COLUMN attachment_id uuid,
        ADD CONSTRAINT keeps_desk_of_attached
          CHECK (attachment_id IS NULL OR (kind = 'link' AND attachment_id <> id)),
        ADD CONSTRAINT tenure_attachment FOREIGN KEY (organisation_id, attachment_id)
          REFERENCES tenure (organisation_id, id);
      CREATE INDEX tenure_by_attachment ON tenure (organisation_id, attachment_id) WHERE attachment_id IS NOT NULL`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

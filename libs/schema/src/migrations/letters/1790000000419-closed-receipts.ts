import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A receipt that needs no file is closed where it lies. */
export class ClosedReceipts1790000000419 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE receipt ADD COLUMN closed_by_post_id uuid,
        DROP CONSTRAINT receipt_state_check, DROP CONSTRAINT receipt_on_one_desk,
        ADD CONSTRAINT receipt_state_check CHECK (state IN ('created', 'on_desk', 'in_file', 'closed')),
        ADD CONSTRAINT receipt_on_one_desk
          CHECK ((state = 'in_file') = (file_id IS NOT NULL) AND (state IN ('in_file', 'closed')) = (holder_post_id IS NULL)),
        ADD CONSTRAINT receipt_is_closed_by_a_post CHECK ((state = 'closed') = (closed_by_post_id IS NOT NULL)),
        ADD CONSTRAINT closed_receipt_asks_nothing
          CHECK (state <> 'closed' OR num_nonnulls(sender_post_id, action, due_on, sent_remarks) = 0),
        ADD CONSTRAINT receipt_closed_by FOREIGN KEY (organisation_id, closed_by_post_id)
          REFERENCES post (organisation_id, id);`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

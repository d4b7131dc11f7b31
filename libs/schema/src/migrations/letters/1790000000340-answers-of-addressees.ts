import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came in answers a letter for one of its addressees; of answers from before nobody said for whom, and they count for all. */
export class AnswersOfAddressees1790000000340 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE correspondence ADD COLUMN answers_position integer,
        ADD CONSTRAINT answer_names_its_letter CHECK (answers_position IS NULL OR answers_issue_id IS NOT NULL),
        ADD CONSTRAINT correspondence_answered_by FOREIGN KEY (organisation_id, answers_issue_id, answers_position)
          REFERENCES issue_recipient (organisation_id, issue_id, position);`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

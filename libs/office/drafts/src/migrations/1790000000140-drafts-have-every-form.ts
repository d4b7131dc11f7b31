import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every form of communication of the manual, and the reminder. */
export class DraftsHaveEveryForm1790000000140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE draft DROP CONSTRAINT draft_form_check;
      ALTER TABLE draft ADD CONSTRAINT draft_form_check CHECK (form IN ('letter', 'do_letter', 'office_memorandum',
        'office_order', 'order', 'notification', 'resolution', 'endorsement', 'id_note', 'press_note', 'minutes', 'reminder'));
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

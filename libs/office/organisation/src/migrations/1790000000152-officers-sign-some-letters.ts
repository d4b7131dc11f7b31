import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The office chooses which forms of letters its officers sign themselves. It seals all others, as it has done so far. */
export class OfficersSignSomeLetters1790000000152 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisation
        ADD COLUMN signed_forms text[] NOT NULL DEFAULT '{}'
          CONSTRAINT organisation_signed_forms_known CHECK (signed_forms <@ ARRAY['letter', 'do_letter', 'office_memorandum',
            'office_order', 'order', 'notification', 'resolution', 'endorsement', 'id_note', 'press_note', 'minutes',
            'reminder']);
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

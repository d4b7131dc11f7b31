import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters are looked up by their date. */
export class LettersOfADay1790000000450 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX receipt_by_letter_date ON receipt (organisation_id, letter_date, diarised_at)
        WHERE letter_date IS NOT NULL;`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How the office lays its letters out, the place before their date, and where the signatory of a letter is reached:
 * telephone and e-mail belong to the post, not to who holds it.
 */
export class LettersHaveLayouts1790000000141 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisation
        ADD COLUMN letter_layout text NOT NULL DEFAULT 'central'
          CONSTRAINT organisation_letter_layout_check CHECK (letter_layout IN ('central', 'uttar_pradesh')),
        ADD COLUMN place_hi text,
        ADD COLUMN place_en text,
        ADD CONSTRAINT place_in_both_languages CHECK ((place_hi IS NULL) = (place_en IS NULL));
      ALTER TABLE post ADD COLUMN phone text, ADD COLUMN email text;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

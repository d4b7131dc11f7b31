import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sentences that people write often, kept for one person or for a unit: no more than 50 of each, as places are given once. */
export class QuickPhrases1790000000075 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const sentence = (column: string) =>
      `${column} text CHECK (char_length(${column}) BETWEEN 1 AND 500 AND ${column} IS NFC NORMALIZED)`;
    await runner.query(`
      CREATE TABLE quick_phrase (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL REFERENCES organisation,
        user_id uuid,
        unit_id uuid,
        ${sentence('text_hi')},
        ${sentence('text_en')},
        place integer NOT NULL CHECK (place BETWEEN 1 AND 50),
        version integer NOT NULL DEFAULT 1 CHECK (version >= 1),
        CONSTRAINT quick_phrase_has_one_owner CHECK (num_nonnulls(user_id, unit_id) = 1),
        CONSTRAINT quick_phrase_has_words CHECK (num_nonnulls(text_hi, text_en) > 0),
        CONSTRAINT quick_phrase_of_person UNIQUE (organisation_id, user_id, place) DEFERRABLE,
        CONSTRAINT quick_phrase_of_unit UNIQUE (organisation_id, unit_id, place) DEFERRABLE,
        FOREIGN KEY (organisation_id, user_id) REFERENCES office_user (organisation_id, id),
        FOREIGN KEY (organisation_id, unit_id) REFERENCES unit (organisation_id, id)
      );
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

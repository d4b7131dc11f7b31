import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The head of the office’s letters: its languages, its colour, and the emblem above it, a PNG or a JPEG in base64. */
export class LetterheadsHaveLooks1790000000157 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisation
        ADD COLUMN letterhead_languages text NOT NULL DEFAULT 'bilingual'
          CONSTRAINT organisation_letterhead_languages_check CHECK (letterhead_languages IN ('hi', 'en', 'bilingual')),
        ADD COLUMN letterhead_colour text CONSTRAINT organisation_letterhead_colour_check CHECK (letterhead_colour ~ '^#[0-9a-f]{6}$'),
        ADD COLUMN emblem text CONSTRAINT organisation_emblem_check CHECK (char_length(emblem) BETWEEN 1 AND 87384);
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Units, posts and number heads are abbreviated in Hindi too, and so numbers read in Hindi; an office says in which state it is, and
 * which posts answer applications for information.
 */
export class HindiMarkings1790000000240 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisation ADD COLUMN state text CHECK (state ~ '^[A-Z]{2}$');
      ALTER TABLE unit ADD COLUMN abbreviation_hi text CHECK (abbreviation_hi <> ''),
        ADD CONSTRAINT unit_abbreviation_hi_once UNIQUE (organisation_id, abbreviation_hi);
      ALTER TABLE post ADD COLUMN marking_hi text CHECK (marking_hi <> ''),
        ADD CONSTRAINT post_marking_hi_once UNIQUE (organisation_id, marking_hi),
        ADD COLUMN information_role text CHECK (information_role IN ('information_officer', 'appellate_authority'));
      CREATE UNIQUE INDEX information_role_once ON post (organisation_id, information_role);
      ALTER TABLE number_head ADD COLUMN basic_hi text CHECK (basic_hi <> '');
      ALTER TABLE office_file ADD COLUMN number_hi text,
        ADD CONSTRAINT file_number_hi_once UNIQUE (organisation_id, number_hi),
        ADD CONSTRAINT file_reads_otherwise_in_hindi CHECK (number_hi <> number);
      ALTER TABLE issue ADD COLUMN number_hi text,
        ADD CONSTRAINT issue_number_hi_once UNIQUE (organisation_id, number_hi),
        ADD CONSTRAINT issue_reads_otherwise_in_hindi CHECK (number_hi <> number);`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

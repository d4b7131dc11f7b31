import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Flags as on paper: PUC, FR I, FR II …, A, B …. But for PUC a file has each of them once. What was flagged FR
 * before is numbered in the order of the serials; the first keeps its value.
 */
export class FlagsAsOnPaper1790000000065 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE correspondence DROP CONSTRAINT correspondence_flag_check;
      UPDATE correspondence k SET flag = CASE WHEN f.place <= 10 THEN 'fr' || f.place END
      FROM (SELECT id, row_number() OVER (PARTITION BY organisation_id, file_id ORDER BY serial) AS place
        FROM correspondence WHERE flag = 'fr') f
      WHERE f.id = k.id AND f.place > 1;
      ALTER TABLE correspondence ADD CONSTRAINT correspondence_flag_check CHECK (flag IN ('puc',
        'fr', 'fr2', 'fr3', 'fr4', 'fr5', 'fr6', 'fr7', 'fr8', 'fr9', 'fr10',
        'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm',
        'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z'));
      CREATE UNIQUE INDEX one_letter_per_flag ON correspondence (organisation_id, file_id, flag)
        WHERE flag IS NOT NULL AND flag <> 'puc';
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

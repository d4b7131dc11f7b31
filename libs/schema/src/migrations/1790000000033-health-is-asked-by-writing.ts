import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The one row that the office writes to know whether it can write. */
export class HealthIsAskedByWriting1790000000033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE health_probe (
        only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
        asked_at timestamptz NOT NULL
      ) WITH (fillfactor = 10);
      INSERT INTO health_probe (asked_at) VALUES (clock_timestamp());
      GRANT SELECT, UPDATE (asked_at) ON health_probe TO patravali_app;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

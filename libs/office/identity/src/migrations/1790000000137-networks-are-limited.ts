import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is open to anybody is counted for each network and minute, as other costly work is for each person. */
export class NetworksAreLimited1790000000137 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE network_use (
        network text NOT NULL,
        operation text NOT NULL,
        since timestamptz NOT NULL DEFAULT clock_timestamp(),
        uses integer NOT NULL CHECK (uses > 0),
        PRIMARY KEY (network, operation)
      );
      CREATE INDEX network_use_by_age ON network_use (since);
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Wrong passwords are counted for each name from each network, so that a stranger slows himself and not the name's owner. */
export class SignInsAreSlowed1790000000036 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE sign_in_failure;
      CREATE TABLE sign_in_attempt (
        username text NOT NULL,
        network text NOT NULL,
        failures integer NOT NULL CHECK (failures >= 0),
        refusals integer NOT NULL DEFAULT 0,
        last_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        succeeded_at timestamptz,
        PRIMARY KEY (username, network)
      );
      CREATE INDEX sign_in_attempt_by_network ON sign_in_attempt (network, last_at) WHERE failures > 0;
      CREATE INDEX sign_in_attempt_by_age ON sign_in_attempt (last_at);
      GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_attempt TO patravali_app;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A post administers a unit and those below it, and whom its holder enters stays his until he has charge of a post. */
export class UnitAdministrators1790000000379 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE post ADD COLUMN administered_unit_id uuid,
        DROP CONSTRAINT post_roles_known,
        ADD CONSTRAINT post_roles_known CHECK (roles <@ ARRAY['dealing_hand', 'officer', 'dispatcher', 'auditor',
          'administrator', 'unit_administrator']),
        ADD CONSTRAINT unit_administrators_have_a_unit
          CHECK ((administered_unit_id IS NOT NULL) = ('unit_administrator' = ANY (roles))),
        ADD CONSTRAINT administered_unit FOREIGN KEY (organisation_id, administered_unit_id)
          REFERENCES unit (organisation_id, id);
      ALTER TABLE office_user ADD COLUMN entered_unit_id uuid,
        ADD CONSTRAINT entered_in_unit FOREIGN KEY (organisation_id, entered_unit_id)
          REFERENCES unit (organisation_id, id);`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

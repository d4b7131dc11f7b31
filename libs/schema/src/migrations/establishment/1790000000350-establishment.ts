import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Administrators keep units, posts, people and tenures: what they were called, when they ended, by halves of days. */
export class Establishment1790000000350 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE unit ADD COLUMN abolished_at timestamptz, ADD COLUMN version integer NOT NULL DEFAULT 1;
      ALTER TABLE post ADD COLUMN abolished_at timestamptz, ADD COLUMN version integer NOT NULL DEFAULT 1,
        ADD CONSTRAINT no_circle_of_superiors CHECK (id <> ALL (superior_post_ids));
      ALTER TABLE office_user ADD COLUMN closed_at timestamptz, ADD COLUMN version integer NOT NULL DEFAULT 1;
      ALTER TABLE tenure DROP CONSTRAINT only_leave_is_ended,
        ADD COLUMN from_afternoon boolean CHECK (from_afternoon),
        ADD COLUMN until_forenoon boolean CHECK (until_forenoon),
        ADD COLUMN end_cause text
          CHECK (end_cause IN ('relieved', 'transferred', 'promoted', 'attached', 'suspended', 'retired', 'died',
            'contract_ended')),
        ADD COLUMN end_order text,
        ADD COLUMN start_cause text
          CHECK (start_cause IN ('posted', 'transferred', 'promoted', 'attached', 'reinstated')),
        ADD CONSTRAINT half_of_last_day CHECK (until_forenoon IS NULL OR until_on IS NOT NULL),
        ADD CONSTRAINT held_for_half_a_day
          CHECK (until_on <> from_on OR NOT (from_afternoon IS TRUE AND until_forenoon IS TRUE));
      CREATE UNIQUE INDEX email_once ON office_user (organisation_id, lower(email)) WHERE closed_at IS NULL;
      CREATE INDEX post_by_unit ON post (organisation_id, unit_id);
      CREATE INDEX post_by_level ON post (organisation_id, level, marking) WHERE abolished_at IS NULL;
      CREATE TABLE former_name (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        organisation_id uuid NOT NULL REFERENCES organisation,
        unit_id uuid,
        post_id uuid,
        user_id uuid,
        short text NOT NULL,
        short_hi text,
        name_hi text NOT NULL,
        name_en text NOT NULL,
        until_at timestamptz NOT NULL DEFAULT office_now(),
        CONSTRAINT one_was_called_so CHECK (num_nonnulls(unit_id, post_id, user_id) = 1),
        CONSTRAINT former_name_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit (organisation_id, id),
        CONSTRAINT former_name_of_post FOREIGN KEY (organisation_id, post_id) REFERENCES post (organisation_id, id),
        CONSTRAINT former_name_of_person FOREIGN KEY (organisation_id, user_id) REFERENCES office_user (organisation_id, id)
      );
      CREATE INDEX former_name_by_unit ON former_name (organisation_id, unit_id) WHERE unit_id IS NOT NULL;
      CREATE INDEX former_name_by_post ON former_name (organisation_id, post_id) WHERE post_id IS NOT NULL;
      CREATE INDEX former_name_by_person ON former_name (organisation_id, user_id) WHERE user_id IS NOT NULL;`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

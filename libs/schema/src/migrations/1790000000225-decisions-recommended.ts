import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A decision below the final authority of a case is a recommendation, and a ladder above four levels has a reason. */
export class DecisionsRecommended1790000000225 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE power_delegation ADD COLUMN reason text CHECK (reason <> '');
      ALTER TABLE power_delegation ADD CONSTRAINT long_ladder_has_reason
        CHECK (cardinality(levels) <= 4 OR reason IS NOT NULL) NOT VALID;
      ALTER TABLE note ADD COLUMN recommended_to uuid,
        ADD CONSTRAINT recommendation_is_a_decision CHECK (recommended_to IS NULL OR decision IS NOT NULL),
        ADD CONSTRAINT note_recommended_to FOREIGN KEY (organisation_id, recommended_to)
          REFERENCES post (organisation_id, id);
      ALTER TABLE movement ADD COLUMN recommended_to uuid,
        ADD CONSTRAINT decision_is_recommended CHECK (recommended_to IS NULL OR decision IS NOT NULL),
        ADD CONSTRAINT movement_recommended_to FOREIGN KEY (organisation_id, recommended_to)
          REFERENCES post (organisation_id, id);
      ALTER TABLE file_custody ADD COLUMN recommended_to uuid,
        ADD CONSTRAINT came_with_recommendation CHECK (recommended_to IS NULL OR decision IS NOT NULL),
        ADD CONSTRAINT custody_recommended_to FOREIGN KEY (organisation_id, recommended_to)
          REFERENCES post (organisation_id, id);
      CREATE INDEX note_decided ON note (organisation_id, file_id, number) WHERE decision IS NOT NULL`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

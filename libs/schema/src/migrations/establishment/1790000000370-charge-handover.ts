import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The charge of a post is handed over with a certificate, and taken over. */
export class ChargeHandover1790000000370 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tenure ADD CONSTRAINT tenure_of_organisation UNIQUE (organisation_id, id);
      CREATE TABLE charge_handover (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL,
        post_id uuid NOT NULL,
        tenure_id uuid NOT NULL UNIQUE,
        from_user_id uuid NOT NULL,
        cause text NOT NULL CHECK (cause IN ('relieved', 'transferred', 'promoted', 'attached', 'suspended', 'retired',
          'died', 'contract_ended')),
        order_reference text NOT NULL CHECK (order_reference <> ''),
        handed_on date NOT NULL,
        half text NOT NULL CHECK (half IN ('forenoon', 'afternoon')),
        items jsonb NOT NULL CHECK (jsonb_typeof(items) = 'array'),
        handed_by_user_id uuid NOT NULL,
        handed_by_post_id uuid NOT NULL,
        handed_capacity text NOT NULL CHECK (handed_capacity IN ('regular', 'additional', 'link')),
        handed_at timestamptz NOT NULL DEFAULT office_now(),
        document_hi_id uuid,
        document_en_id uuid,
        taken_by_user_id uuid,
        taken_at timestamptz,
        came_between jsonb CHECK (jsonb_typeof(came_between) = 'array'),
        CONSTRAINT certificate_in_both_languages CHECK ((document_hi_id IS NULL) = (document_en_id IS NULL)),
        CONSTRAINT taken_over_whole CHECK (num_nonnulls(taken_by_user_id, taken_at, came_between) IN (0, 3)),
        CONSTRAINT charge_tenure FOREIGN KEY (organisation_id, tenure_id) REFERENCES tenure (organisation_id, id),
        CONSTRAINT charge_post FOREIGN KEY (organisation_id, post_id) REFERENCES post (organisation_id, id),
        CONSTRAINT charge_from FOREIGN KEY (organisation_id, from_user_id) REFERENCES office_user (organisation_id, id),
        CONSTRAINT charge_handed_by FOREIGN KEY (organisation_id, handed_by_user_id)
          REFERENCES office_user (organisation_id, id),
        CONSTRAINT charge_handed_from FOREIGN KEY (organisation_id, handed_by_post_id) REFERENCES post (organisation_id, id),
        CONSTRAINT charge_taken_by FOREIGN KEY (organisation_id, taken_by_user_id)
          REFERENCES office_user (organisation_id, id),
        CONSTRAINT charge_document_hi FOREIGN KEY (organisation_id, document_hi_id) REFERENCES document (organisation_id, id),
        CONSTRAINT charge_document_en FOREIGN KEY (organisation_id, document_en_id) REFERENCES document (organisation_id, id)
      );
      CREATE INDEX charge_by_time ON charge_handover (organisation_id, handed_at, id);
      CREATE INDEX charge_by_post ON charge_handover (organisation_id, post_id, handed_at);
      CREATE INDEX charge_by_document_hi ON charge_handover (organisation_id, document_hi_id);
      CREATE INDEX charge_by_document_en ON charge_handover (organisation_id, document_en_id);`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

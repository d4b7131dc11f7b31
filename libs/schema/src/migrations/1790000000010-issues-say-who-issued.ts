import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An issue says who approved it, and who issued it from which post; a draft says whose name it bears and which other post
 * may issue it. What went out before learns it from its draft and from its office copy, which its issuer put on the file.
 */
export class IssuesSayWhoIssued1790000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE draft ADD COLUMN signatory_post_id uuid, ADD COLUMN named_post_id uuid;
      UPDATE draft d SET signatory_post_id = (v.content ->> 'signatoryPostId')::uuid FROM draft_version v
      WHERE v.organisation_id = d.organisation_id AND v.draft_id = d.id AND v.number = d.current_version;
      ALTER TABLE draft
        ALTER COLUMN signatory_post_id SET NOT NULL,
        ADD CONSTRAINT draft_signatory FOREIGN KEY (organisation_id, signatory_post_id) REFERENCES post (organisation_id, id),
        ADD CONSTRAINT draft_named_post FOREIGN KEY (organisation_id, named_post_id) REFERENCES post (organisation_id, id);

      ALTER TABLE issue
        ADD COLUMN approved_by_user_id uuid,
        ADD COLUMN approved_by_post_id uuid,
        ADD COLUMN approved_capacity text,
        ADD COLUMN approved_at timestamptz,
        ADD COLUMN issued_by_user_id uuid,
        ADD COLUMN issued_by_post_id uuid,
        ADD COLUMN issued_capacity text;
      ALTER TABLE issue DISABLE TRIGGER issue_is_final;
      UPDATE issue i SET
        approved_by_user_id = d.approved_by_user_id, approved_by_post_id = d.approved_by_post_id,
        approved_capacity = d.approved_capacity, approved_at = d.approved_at,
        issued_by_user_id = k.added_by_user_id, issued_by_post_id = k.added_by_post_id, issued_capacity = k.capacity
      FROM draft d, correspondence k
      WHERE d.organisation_id = i.organisation_id AND d.id = i.draft_id
        AND k.organisation_id = i.organisation_id AND k.issue_id = i.id;
      ALTER TABLE issue ENABLE TRIGGER issue_is_final;
      ALTER TABLE issue
        ALTER COLUMN approved_by_user_id SET NOT NULL,
        ALTER COLUMN approved_by_post_id SET NOT NULL,
        ALTER COLUMN approved_capacity SET NOT NULL,
        ALTER COLUMN approved_at SET NOT NULL,
        ALTER COLUMN issued_by_user_id SET NOT NULL,
        ALTER COLUMN issued_by_post_id SET NOT NULL,
        ALTER COLUMN issued_capacity SET NOT NULL,
        ADD CONSTRAINT issue_approved_capacity_check CHECK (approved_capacity IN ('regular', 'additional', 'link')),
        ADD CONSTRAINT issue_issued_capacity_check CHECK (issued_capacity IN ('regular', 'additional', 'link')),
        ADD CONSTRAINT issue_approver FOREIGN KEY (organisation_id, approved_by_user_id) REFERENCES office_user (organisation_id, id),
        ADD CONSTRAINT issue_approved_from FOREIGN KEY (organisation_id, approved_by_post_id) REFERENCES post (organisation_id, id),
        ADD CONSTRAINT issue_issuer FOREIGN KEY (organisation_id, issued_by_user_id) REFERENCES office_user (organisation_id, id),
        ADD CONSTRAINT issue_issued_from FOREIGN KEY (organisation_id, issued_by_post_id) REFERENCES post (organisation_id, id);
      CREATE INDEX issue_by_issuing_post ON issue (organisation_id, issued_by_post_id, issued_at, id);
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

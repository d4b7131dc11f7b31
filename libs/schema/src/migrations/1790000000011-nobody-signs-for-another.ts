import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every approval of a draft is kept: by whom, from which post, of which version, and which post the signatory named. A
 * letter is issued from the signing post or from the one that it named. Approvals given before are told by the drafts and
 * their events; they named nobody. Letters issued before stay as they are.
 */
export class NobodySignsForAnother1790000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE draft_approval (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL,
        draft_id uuid NOT NULL,
        draft_version integer NOT NULL,
        user_id uuid NOT NULL,
        post_id uuid NOT NULL,
        capacity text NOT NULL CHECK (capacity IN ('regular', 'additional', 'link')),
        at timestamptz NOT NULL,
        signatory_post_id uuid NOT NULL,
        named_post_id uuid,
        CONSTRAINT approved_once UNIQUE (organisation_id, draft_id, draft_version, post_id),
        CONSTRAINT named_by_signatory CHECK (named_post_id IS NULL OR (post_id = signatory_post_id AND named_post_id <> post_id)),
        CONSTRAINT approval_of_version FOREIGN KEY (organisation_id, draft_id, draft_version) REFERENCES draft_version (organisation_id, draft_id, number),
        CONSTRAINT approval_user FOREIGN KEY (organisation_id, user_id) REFERENCES office_user (organisation_id, id),
        CONSTRAINT approval_post FOREIGN KEY (organisation_id, post_id) REFERENCES post (organisation_id, id),
        CONSTRAINT approval_signatory FOREIGN KEY (organisation_id, signatory_post_id) REFERENCES post (organisation_id, id),
        CONSTRAINT approval_named_post FOREIGN KEY (organisation_id, named_post_id) REFERENCES post (organisation_id, id)
      );
      INSERT INTO draft_approval
      SELECT DISTINCT ON (organisation_id, draft_id, draft_version, post_id) gen_random_uuid(), a.* FROM (
        SELECT d.organisation_id, d.id AS draft_id, d.approved_version AS draft_version, d.approved_by_user_id AS user_id,
          d.approved_by_post_id AS post_id, d.approved_capacity AS capacity, d.approved_at AS at, d.signatory_post_id
        FROM draft d WHERE d.approved_version IS NOT NULL
        UNION ALL
        SELECT v.organisation_id, v.draft_id, v.number, e.user_id, e.post_id, e.capacity, e.at,
          (v.content ->> 'signatoryPostId')::uuid
        FROM event e JOIN draft_version v ON v.organisation_id = e.organisation_id AND v.draft_id = e.related_id
          AND v.number = (e.data ->> 'draftVersion')::integer
        WHERE e.name = 'draft.approved') a
      ORDER BY organisation_id, draft_id, draft_version, post_id, at;
      CREATE TRIGGER draft_approval_is_final BEFORE UPDATE OR DELETE ON draft_approval FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER draft_approval_is_not_truncated BEFORE TRUNCATE ON draft_approval EXECUTE FUNCTION refuse_change();
      GRANT SELECT, INSERT ON draft_approval TO patravali_app;

      ALTER TABLE draft
        ADD CONSTRAINT draft_named_by_signatory CHECK (named_post_id IS NULL OR (approved_by_post_id IS NOT NULL
          AND approved_by_post_id = signatory_post_id AND named_post_id <> signatory_post_id)),
        ADD CONSTRAINT draft_approved_by_approval FOREIGN KEY (organisation_id, id, approved_version, approved_by_post_id)
          REFERENCES draft_approval (organisation_id, draft_id, draft_version, post_id);

      CREATE FUNCTION refuse_signing_without_officer() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM post p WHERE p.organisation_id = NEW.organisation_id AND NOT 'officer' = ANY (p.roles)
            AND (p.id = NEW.named_post_id OR p.id = NEW.signatory_post_id
              AND (TG_OP = 'INSERT' OR OLD.signatory_post_id IS DISTINCT FROM NEW.signatory_post_id))) THEN
          RAISE EXCEPTION 'only officers sign and issue letters' USING ERRCODE = 'check_violation', CONSTRAINT = 'signed_by_officer';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER signed_by_officer BEFORE INSERT OR UPDATE OF signatory_post_id, named_post_id ON draft
        FOR EACH ROW EXECUTE FUNCTION refuse_signing_without_officer();

      CREATE FUNCTION refuse_signing_for_another() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM draft d JOIN post p ON p.organisation_id = d.organisation_id AND p.id = NEW.issued_by_post_id
            WHERE d.organisation_id = NEW.organisation_id AND d.id = NEW.draft_id AND 'officer' = ANY (p.roles)
              AND d.signatory_post_id = NEW.signatory_post_id
              AND (d.approved_version, d.approved_by_user_id, d.approved_by_post_id, d.approved_capacity)
                = (NEW.draft_version, NEW.approved_by_user_id, NEW.approved_by_post_id, NEW.approved_capacity)
              AND CASE NEW.issued_by_post_id WHEN d.signatory_post_id THEN NEW.signed_by_user_id = NEW.issued_by_user_id
                WHEN d.named_post_id THEN NEW.signed_by_user_id = d.approved_by_user_id ELSE false END) THEN
          RAISE EXCEPTION 'a letter is issued by the post that signs it or by the one that it named' USING ERRCODE = 'check_violation', CONSTRAINT = 'nobody_signs_for_another';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER nobody_signs_for_another BEFORE INSERT ON issue FOR EACH ROW EXECUTE FUNCTION refuse_signing_for_another();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An approval keeps what its letter is set with. Letterheads, with their emblems, are kept once for all letters that bear them, by
 * their hash. Approvals given before kept nothing: their letters take what the office has when their number is drawn, as they did.
 */
export class ApprovalFixesTheLook1790000000192 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE approved_letterhead (
        organisation_id uuid NOT NULL REFERENCES organisation,
        sha256 text NOT NULL CONSTRAINT approved_letterhead_sha256_check
          CHECK (sha256 = encode(sha256(convert_to(letterhead::text, 'UTF8')), 'hex')),
        letterhead jsonb NOT NULL,
        PRIMARY KEY (organisation_id, sha256)
      );
      CREATE TRIGGER approved_letterhead_is_final BEFORE UPDATE OR DELETE ON approved_letterhead FOR EACH ROW
        EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER approved_letterhead_is_not_truncated BEFORE TRUNCATE ON approved_letterhead EXECUTE FUNCTION refuse_change();

      ALTER TABLE draft_approval
        ADD COLUMN letterhead_sha256 text,
        ADD COLUMN look jsonb,
        ADD CONSTRAINT approval_letterhead FOREIGN KEY (organisation_id, letterhead_sha256)
          REFERENCES approved_letterhead (organisation_id, sha256),
        ADD CONSTRAINT approval_fixes_look CHECK (letterhead_sha256 IS NOT NULL AND look IS NOT NULL) NOT VALID;

      CREATE FUNCTION refuse_letter_of_other_look() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM public.draft_approval a
            JOIN public.approved_letterhead h ON h.organisation_id = a.organisation_id AND h.sha256 = a.letterhead_sha256
            WHERE a.organisation_id = NEW.organisation_id AND a.draft_id = NEW.draft_id AND a.draft_version = NEW.draft_version
              AND a.post_id = NEW.approved_by_post_id AND NOT NEW.letter @> (h.letterhead || a.look)) THEN
          RAISE EXCEPTION 'a letter looks as it was approved' USING ERRCODE = 'check_violation', CONSTRAINT = 'letter_looks_as_approved';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER letter_looks_as_approved BEFORE INSERT ON issue FOR EACH ROW WHEN (NEW.letter IS NOT NULL)
        EXECUTE FUNCTION refuse_letter_of_other_look();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const words = `words text NOT NULL CHECK (char_length(words) BETWEEN 1 AND 2000 AND words IS NFC NORMALIZED)`;
const capacity = `capacity text NOT NULL CHECK (capacity IN ('regular', 'additional', 'link'))`;
const by = (
  who: string,
) => `CONSTRAINT ${who}_user FOREIGN KEY (organisation_id, user_id) REFERENCES office_user (organisation_id, id),
        CONSTRAINT ${who}_post FOREIGN KEY (organisation_id, post_id) REFERENCES post (organisation_id, id)`;

/**
 * Whoever may read a draft may comment on it, or on a passage of it, for all who may read it or for some posts, until the letter
 * has its number. A comment keeps the version on which it was made, is answered, and is resolved once.
 */
export class CommentsOnDrafts1790000000160 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE draft_comment (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL,
        draft_id uuid NOT NULL,
        draft_version integer NOT NULL,
        part text CHECK (part IN ('subject', 'body', 'english_subject', 'english_body')),
        quote text CHECK (char_length(quote) BETWEEN 1 AND 500 AND quote IS NFC NORMALIZED),
        occurrence integer CHECK (occurrence >= 1),
        ${words},
        reader_post_ids uuid[],
        user_id uuid NOT NULL,
        post_id uuid NOT NULL,
        ${capacity},
        at timestamptz NOT NULL DEFAULT office_now(),
        resolved_by_user_id uuid,
        resolved_by_post_id uuid,
        resolved_capacity text CHECK (resolved_capacity IN ('regular', 'additional', 'link')),
        resolved_at timestamptz,
        CONSTRAINT comment_of_office UNIQUE (organisation_id, id),
        CONSTRAINT passage_whole CHECK (num_nonnulls(part, quote, occurrence) IN (0, 3)),
        CONSTRAINT comment_read_by_its_author CHECK (post_id = ANY (reader_post_ids)),
        CONSTRAINT comment_readers_few CHECK (cardinality(reader_post_ids) <= 21 AND array_position(reader_post_ids, NULL) IS NULL),
        CONSTRAINT comment_resolved_whole
          CHECK (num_nonnulls(resolved_by_user_id, resolved_by_post_id, resolved_capacity, resolved_at) IN (0, 4)),
        CONSTRAINT comment_of_version FOREIGN KEY (organisation_id, draft_id, draft_version)
          REFERENCES draft_version (organisation_id, draft_id, number),
        ${by('comment')},
        CONSTRAINT comment_resolving_user FOREIGN KEY (organisation_id, resolved_by_user_id)
          REFERENCES office_user (organisation_id, id),
        CONSTRAINT comment_resolving_post FOREIGN KEY (organisation_id, resolved_by_post_id)
          REFERENCES post (organisation_id, id)
      );
      CREATE INDEX comments_of_draft ON draft_comment (organisation_id, draft_id, at, id);
      CREATE TABLE draft_comment_answer (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL,
        comment_id uuid NOT NULL,
        ${words},
        user_id uuid NOT NULL,
        post_id uuid NOT NULL,
        ${capacity},
        at timestamptz NOT NULL DEFAULT office_now(),
        CONSTRAINT answer_to_comment FOREIGN KEY (organisation_id, comment_id) REFERENCES draft_comment (organisation_id, id),
        ${by('comment_answer')}
      );
      CREATE INDEX answers_to_comment ON draft_comment_answer (organisation_id, comment_id, at, id);

      CREATE FUNCTION refuse_changed_comment() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE resolving text[] := ARRAY['resolved_by_user_id', 'resolved_by_post_id', 'resolved_capacity', 'resolved_at'];
      BEGIN
        IF TG_OP = 'DELETE' OR OLD.resolved_at IS NOT NULL OR NEW.resolved_at IS NULL
            OR to_jsonb(NEW) - resolving <> to_jsonb(OLD) - resolving THEN
          RAISE EXCEPTION 'a comment stays as it was said, and is resolved once'
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER draft_comment_is_final BEFORE UPDATE OR DELETE ON draft_comment
        FOR EACH ROW EXECUTE FUNCTION refuse_changed_comment();
      CREATE TRIGGER draft_comment_is_not_truncated BEFORE TRUNCATE ON draft_comment EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER draft_comment_answer_is_final BEFORE UPDATE OR DELETE ON draft_comment_answer
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER draft_comment_answer_is_not_truncated BEFORE TRUNCATE ON draft_comment_answer
        EXECUTE FUNCTION refuse_change();

      CREATE FUNCTION refuse_late_comment() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM public.draft d WHERE d.organisation_id = NEW.organisation_id AND d.id = NEW.draft_id
            AND d.state IN ('draft', 'approved') AND (TG_OP = 'UPDATE' OR d.current_version = NEW.draft_version)) THEN
          RAISE EXCEPTION 'what is said about a draft is said of its text as it stands, until the letter has its number'
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER said_in_the_making BEFORE INSERT OR UPDATE ON draft_comment
        FOR EACH ROW EXECUTE FUNCTION refuse_late_comment();

      CREATE FUNCTION refuse_stray_readers() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT unnest(NEW.reader_post_ids) EXCEPT
            SELECT p.id FROM public.post p WHERE p.organisation_id = NEW.organisation_id) THEN
          RAISE EXCEPTION 'a comment is read by posts of its office' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER comment_readers_are_posts BEFORE INSERT ON draft_comment
        FOR EACH ROW EXECUTE FUNCTION refuse_stray_readers();

      CREATE FUNCTION refuse_stray_answer() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM public.draft_comment k
            JOIN public.draft d ON d.organisation_id = k.organisation_id AND d.id = k.draft_id
            WHERE k.organisation_id = NEW.organisation_id AND k.id = NEW.comment_id AND k.resolved_at IS NULL
              AND d.state IN ('draft', 'approved')
              AND (k.reader_post_ids IS NULL OR NEW.post_id = ANY (k.reader_post_ids))) THEN
          RAISE EXCEPTION 'a comment is answered by those who may read it, until it is resolved or the letter has its number'
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER answered_by_a_reader BEFORE INSERT ON draft_comment_answer
        FOR EACH ROW EXECUTE FUNCTION refuse_stray_answer();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

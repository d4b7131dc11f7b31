import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A personal assistant writes yellow notes and drafts on the post of an officer, on normal files alone. Nothing official ever
 * bears the capacity *assistant*: the other tables keep their lists as they are, and the events that an assistant may cause are
 * named here. A note knows in which capacity its author wrote it, and who prepared it for him.
 */
export class AssistantsPrepare1790000000059 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tenure DROP CONSTRAINT tenure_kind_check,
        ADD CONSTRAINT tenure_kind_check CHECK (kind IN ('regular', 'additional', 'link', 'assistant'));
      ALTER TABLE event DROP CONSTRAINT event_capacity_check,
        ADD CONSTRAINT event_capacity_check CHECK (capacity IN ('regular', 'additional', 'link', 'assistant')),
        ADD CONSTRAINT assistants_only_prepare CHECK (capacity <> 'assistant' OR name IN
          ('file.opened', 'note.added', 'note.changed', 'note.discarded', 'draft.created', 'draft.changed'));
      ALTER TABLE draft_version DROP CONSTRAINT draft_version_capacity_check,
        ADD CONSTRAINT draft_version_capacity_check CHECK (capacity IN ('regular', 'additional', 'link', 'assistant'));

      ALTER TABLE pending_note
        ADD COLUMN author_capacity text NOT NULL DEFAULT 'regular'
          CONSTRAINT pending_note_author_capacity_check CHECK (author_capacity IN ('regular', 'additional', 'link', 'assistant')),
        ADD COLUMN prepared_by_user_id uuid,
        ADD CONSTRAINT pending_note_preparer FOREIGN KEY (organisation_id, prepared_by_user_id)
          REFERENCES office_user (organisation_id, id),
        ADD CONSTRAINT assistants_do_not_confirm CHECK (colour = 'yellow' OR author_capacity <> 'assistant'),
        ADD CONSTRAINT assistant_is_named CHECK (author_capacity <> 'assistant'
          OR prepared_by_user_id IS NOT DISTINCT FROM author_user_id);
      UPDATE pending_note p SET author_capacity = e.capacity FROM event e
        WHERE e.organisation_id = p.organisation_id AND e.subject_id = p.file_id AND e.user_id = p.author_user_id
          AND e.post_id = p.author_post_id AND e.sequence = (SELECT max(sequence) FROM event l
            WHERE l.organisation_id = p.organisation_id AND l.subject_id = p.file_id AND l.user_id = p.author_user_id
              AND l.post_id = p.author_post_id);
      ALTER TABLE pending_note ALTER author_capacity DROP DEFAULT;

      CREATE FUNCTION refuse_assistant_above_normal() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE of_file uuid;
      BEGIN
        IF TG_TABLE_NAME = 'draft_version' THEN
          SELECT file_id INTO of_file FROM public.draft WHERE organisation_id = NEW.organisation_id AND id = NEW.draft_id;
        ELSE
          of_file := NEW.file_id;
        END IF;
        IF NOT EXISTS (SELECT FROM public.file_custody c WHERE c.organisation_id = NEW.organisation_id AND c.file_id = of_file
            AND c.grading = 'normal') THEN
          RAISE EXCEPTION 'an assistant writes on normal files alone' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER assistant_writes_normal_notes BEFORE INSERT OR UPDATE ON pending_note FOR EACH ROW
        WHEN (NEW.author_capacity = 'assistant') EXECUTE FUNCTION refuse_assistant_above_normal();
      CREATE TRIGGER assistant_writes_normal_drafts BEFORE INSERT OR UPDATE ON draft_version FOR EACH ROW
        WHEN (NEW.capacity = 'assistant') EXECUTE FUNCTION refuse_assistant_above_normal();

      CREATE OR REPLACE FUNCTION post_holder(wanted uuid) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT jsonb_build_object('hi', name_hi, 'en', name_en)
        FROM tenure t JOIN office_user u ON u.id = t.user_id
        WHERE t.organisation_id = (SELECT organisation_id FROM post WHERE id = wanted) AND t.post_id = wanted
          AND t.kind <> 'assistant'
          AND t.from_on <= india_today() AND (t.until_on IS NULL OR t.until_on >= india_today())
        ORDER BY array_position(ARRAY['link', 'regular', 'additional'], t.kind) LIMIT 1 $$;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const WITH_DISCUSSIONS = (table: string, rule: string) => `ALTER TABLE ${table}
  ADD COLUMN discussed_with uuid[],
  DROP CONSTRAINT ${table}_kind_check,
  ADD CONSTRAINT ${table}_kind_check
    CHECK (kind IN ('ordinary', 'running_summary', 'self_contained', 'sectional', 'discussion')),
  ADD CONSTRAINT ${rule} CHECK ((kind = 'discussion') = (discussed_with IS NOT NULL)
    AND COALESCE(cardinality(discussed_with) BETWEEN 1 AND 12, true) AND array_position(discussed_with, NULL) IS NULL);`;

/**
 * A note may say what was discussed, and with the holders of which posts. Once it is frozen it names these people as
 * well, and each of them answers once.
 */
export class DiscussionNotes1790000000071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${WITH_DISCUSSIONS('note', 'discussion_names_posts')}
      ${WITH_DISCUSSIONS('pending_note', 'pending_discussion_names_posts')}
      ${WITH_DISCUSSIONS('note_version', 'version_discussion_names_posts')}

      CREATE TABLE note_participant (
        organisation_id uuid NOT NULL,
        file_id uuid NOT NULL,
        note integer NOT NULL,
        -- In the order in which the author named them.
        place integer NOT NULL CHECK (place BETWEEN 1 AND 12),
        post_id uuid NOT NULL,
        user_id uuid NOT NULL,
        PRIMARY KEY (organisation_id, file_id, note, place),
        CONSTRAINT participating_post_once UNIQUE (organisation_id, file_id, note, post_id),
        -- What a person has discussed from a post is found by it.
        CONSTRAINT participant_once UNIQUE (organisation_id, user_id, post_id, file_id, note),
        CONSTRAINT participant_of_note FOREIGN KEY (organisation_id, file_id, note)
          REFERENCES note (organisation_id, file_id, number),
        CONSTRAINT participant_user FOREIGN KEY (organisation_id, user_id) REFERENCES office_user (organisation_id, id),
        CONSTRAINT participant_post FOREIGN KEY (organisation_id, post_id) REFERENCES post (organisation_id, id)
      );
      CREATE TABLE participant_answer (
        organisation_id uuid NOT NULL,
        user_id uuid NOT NULL,
        post_id uuid NOT NULL,
        file_id uuid NOT NULL,
        note integer NOT NULL,
        capacity text NOT NULL CHECK (capacity IN ('regular', 'additional', 'link')),
        answer text NOT NULL CHECK (answer IN ('confirmed', 'not_confirmed')),
        remarks text CHECK (char_length(remarks) BETWEEN 1 AND 1000 AND remarks IS NFC NORMALIZED),
        at timestamptz NOT NULL DEFAULT office_now(),
        PRIMARY KEY (organisation_id, user_id, post_id, file_id, note),
        CONSTRAINT answer_of_participant FOREIGN KEY (organisation_id, user_id, post_id, file_id, note)
          REFERENCES note_participant (organisation_id, user_id, post_id, file_id, note),
        CONSTRAINT not_confirmed_has_remarks CHECK (answer = 'confirmed' OR remarks IS NOT NULL)
      );
      CREATE TRIGGER note_participant_is_final BEFORE UPDATE OR DELETE ON note_participant
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER note_participant_is_not_truncated BEFORE TRUNCATE ON note_participant EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER participant_answer_is_final BEFORE UPDATE OR DELETE ON participant_answer
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER participant_answer_is_not_truncated BEFORE TRUNCATE ON participant_answer EXECUTE FUNCTION refuse_change();

      CREATE FUNCTION refuse_stray_participant() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM public.note n WHERE n.organisation_id = NEW.organisation_id AND n.file_id = NEW.file_id
            AND n.number = NEW.note AND n.discussed_with[NEW.place] = NEW.post_id AND n.author_post_id <> NEW.post_id
            AND n.author_user_id <> NEW.user_id) THEN
          RAISE EXCEPTION 'a note is discussed with those whom it names, and never with its author'
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER participant_is_named BEFORE INSERT ON note_participant FOR EACH ROW
        EXECUTE FUNCTION refuse_stray_participant();

      CREATE FUNCTION refuse_missing_participant() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (SELECT count(*) FROM public.note_participant t WHERE t.organisation_id = NEW.organisation_id
            AND t.file_id = NEW.file_id AND t.note = NEW.number) <> cardinality(NEW.discussed_with) THEN
          RAISE EXCEPTION 'a discussion note has all of its participants' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER discussion_has_participants AFTER INSERT ON note DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN (NEW.discussed_with IS NOT NULL) EXECUTE FUNCTION refuse_missing_participant();

      CREATE OR REPLACE FUNCTION keep_note_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, pg_temp AS $$
      DECLARE last public.note_version;
      BEGIN
        SELECT * INTO last FROM public.note_version
          WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id ORDER BY number DESC LIMIT 1;
        IF NEW.text_version = last.number AND (last.user_id, last.post_id) = (NEW.author_user_id, NEW.author_post_id) THEN
          UPDATE public.note_version SET content = NEW.content, decision = NEW.decision, kind = NEW.kind,
            main_note = NEW.main_note, discussed_with = NEW.discussed_with, capacity = NEW.author_capacity,
            saved_at = NEW.saved_at
          WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id AND number = last.number;
        ELSIF NEW.text_version = COALESCE(last.number, 0) + 1 THEN
          INSERT INTO public.note_version (organisation_id, file_id, number, content, decision, kind, main_note, discussed_with,
              user_id, post_id, capacity, saved_at)
            VALUES (NEW.organisation_id, NEW.file_id, NEW.text_version, NEW.content, NEW.decision, NEW.kind, NEW.main_note,
              NEW.discussed_with, NEW.author_user_id, NEW.author_post_id, NEW.author_capacity, NEW.saved_at);
        ELSE
          RAISE EXCEPTION 'a version of a note is of one person, and follows the one before'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'note_versions_are_kept';
        END IF;
        RETURN NULL;
      END $$;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

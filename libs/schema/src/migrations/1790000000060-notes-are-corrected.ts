import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A yellow note keeps a version for each writing spell of a person, and may travel with its file to a superior of its author's
 * post, to be corrected: until it is confirmed or comes home, the file goes nowhere else. Every other note in writing stays on
 * the desk where it is written.
 */
export class NotesAreCorrected1790000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE file_custody ADD COLUMN for_correction boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT correction_has_author CHECK (NOT for_correction
          OR (state = 'on_desk' AND sender_post_id IS NOT NULL AND sender_post_id <> holder_post_id));
      ALTER TABLE movement
        DROP CONSTRAINT movement_kind_check, DROP CONSTRAINT never_to_oneself, DROP CONSTRAINT movement_has_ends,
        ADD CONSTRAINT movement_kind_check CHECK (kind IN ('created', 'forwarded', 'returned', 'pulled_back', 'closed', 'reopened',
          'put_up_for_correction', 'correction_returned')),
        ADD CONSTRAINT never_to_oneself CHECK (kind NOT IN ('forwarded', 'returned', 'put_up_for_correction', 'correction_returned')
          OR from_post_id <> to_post_id),
        ADD CONSTRAINT movement_has_ends CHECK (kind NOT IN ('forwarded', 'returned', 'pulled_back', 'put_up_for_correction',
          'correction_returned') OR num_nonnulls(from_post_id, to_post_id) = 2),
        ADD CONSTRAINT only_notes_are_corrected CHECK (kind NOT IN ('put_up_for_correction', 'correction_returned')
          OR file_id IS NOT NULL);

      ALTER TABLE note ADD COLUMN put_up_by_user_id uuid, ADD COLUMN put_up_by_post_id uuid, ADD COLUMN put_up_capacity text
          CONSTRAINT note_put_up_capacity_check CHECK (put_up_capacity IN ('regular', 'additional', 'link')),
        ADD CONSTRAINT put_up_by_somebody CHECK (num_nulls(put_up_by_user_id, put_up_by_post_id, put_up_capacity) IN (0, 3)),
        ADD CONSTRAINT put_up_by_another CHECK (put_up_by_post_id <> author_post_id),
        ADD CONSTRAINT note_put_up_by FOREIGN KEY (organisation_id, put_up_by_user_id) REFERENCES office_user (organisation_id, id),
        ADD CONSTRAINT note_put_up_from FOREIGN KEY (organisation_id, put_up_by_post_id) REFERENCES post (organisation_id, id);
      ALTER TABLE pending_note ADD COLUMN put_up_by_user_id uuid, ADD COLUMN put_up_by_post_id uuid, ADD COLUMN put_up_capacity text
          CONSTRAINT pending_note_put_up_capacity_check CHECK (put_up_capacity IN ('regular', 'additional', 'link')),
        ADD COLUMN text_version integer NOT NULL DEFAULT 1 CONSTRAINT pending_note_text_version_check CHECK (text_version > 0),
        ADD CONSTRAINT pending_note_put_up_by_somebody
          CHECK (num_nulls(put_up_by_user_id, put_up_by_post_id, put_up_capacity) IN (0, 3)),
        ADD CONSTRAINT pending_note_put_up_by FOREIGN KEY (organisation_id, put_up_by_user_id)
          REFERENCES office_user (organisation_id, id),
        ADD CONSTRAINT pending_note_put_up_from FOREIGN KEY (organisation_id, put_up_by_post_id)
          REFERENCES post (organisation_id, id),
        ADD CONSTRAINT pending_note_of_organisation UNIQUE (organisation_id, file_id);

      CREATE TABLE note_version (
        organisation_id uuid NOT NULL,
        file_id uuid NOT NULL,
        number integer NOT NULL,
        content jsonb NOT NULL,
        decision text CONSTRAINT note_version_decision_check CHECK (decision IN ('approved', 'not_approved')),
        user_id uuid NOT NULL,
        post_id uuid NOT NULL,
        capacity text NOT NULL
          CONSTRAINT note_version_capacity_check CHECK (capacity IN ('regular', 'additional', 'link', 'assistant')),
        saved_at timestamptz NOT NULL DEFAULT office_now(),
        PRIMARY KEY (organisation_id, file_id, number),
        CONSTRAINT version_of_pending_note FOREIGN KEY (organisation_id, file_id)
          REFERENCES pending_note (organisation_id, file_id) ON DELETE CASCADE,
        CONSTRAINT note_version_author FOREIGN KEY (organisation_id, user_id) REFERENCES office_user (organisation_id, id),
        CONSTRAINT note_version_post FOREIGN KEY (organisation_id, post_id) REFERENCES post (organisation_id, id)
      );
      GRANT SELECT ON note_version TO patravali_app;
      INSERT INTO note_version (organisation_id, file_id, number, content, decision, user_id, post_id, capacity, saved_at)
        SELECT organisation_id, file_id, 1, content, decision, author_user_id, author_post_id, author_capacity, saved_at
        FROM pending_note;

      -- Whatever is saved is kept, and nobody writes over what another has written.
      CREATE FUNCTION keep_note_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, pg_temp AS $$
      DECLARE last public.note_version;
      BEGIN
        SELECT * INTO last FROM public.note_version
          WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id ORDER BY number DESC LIMIT 1;
        IF NEW.text_version = last.number AND (last.user_id, last.post_id) = (NEW.author_user_id, NEW.author_post_id) THEN
          UPDATE public.note_version SET content = NEW.content, decision = NEW.decision, capacity = NEW.author_capacity,
            saved_at = NEW.saved_at
          WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id AND number = last.number;
        ELSIF NEW.text_version = COALESCE(last.number, 0) + 1 THEN
          INSERT INTO public.note_version (organisation_id, file_id, number, content, decision, user_id, post_id, capacity, saved_at)
            VALUES (NEW.organisation_id, NEW.file_id, NEW.text_version, NEW.content, NEW.decision, NEW.author_user_id,
              NEW.author_post_id, NEW.author_capacity, NEW.saved_at);
        ELSE
          RAISE EXCEPTION 'a version of a note is of one person, and follows the one before'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'note_versions_are_kept';
        END IF;
        RETURN NULL;
      END $$;
      REVOKE ALL ON FUNCTION keep_note_version() FROM PUBLIC;
      CREATE TRIGGER note_versions_are_kept AFTER INSERT OR UPDATE OF content, text_version ON pending_note
        FOR EACH ROW EXECUTE FUNCTION keep_note_version();

      CREATE FUNCTION refuse_way_of_correction() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.for_correction THEN
          IF NEW.holder_post_id IS NOT DISTINCT FROM OLD.sender_post_id AND NOT NEW.for_correction THEN RETURN NEW; END IF;
        ELSIF NEW.holder_post_id = OLD.sender_post_id OR EXISTS (SELECT FROM public.post p
            WHERE p.organisation_id = NEW.organisation_id AND p.id = OLD.holder_post_id
              AND NEW.holder_post_id = ANY (p.superior_post_ids)) THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'a note is corrected by a superior, and comes home' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
      END $$;
      CREATE TRIGGER corrected_by_superior BEFORE UPDATE ON file_custody FOR EACH ROW
        WHEN ((OLD.for_correction OR NEW.for_correction) AND OLD.holder_post_id IS DISTINCT FROM NEW.holder_post_id)
        EXECUTE FUNCTION refuse_way_of_correction();

      CREATE FUNCTION refuse_stray_note() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        c public.file_custody;
        p public.pending_note;
        of_organisation uuid;
        of_file uuid;
      BEGIN
        IF TG_OP = 'DELETE' THEN
          of_organisation := OLD.organisation_id; of_file := OLD.file_id;
        ELSE
          of_organisation := NEW.organisation_id; of_file := NEW.file_id;
        END IF;
        SELECT * INTO c FROM public.file_custody WHERE organisation_id = of_organisation AND file_id = of_file;
        SELECT * INTO p FROM public.pending_note WHERE organisation_id = of_organisation AND file_id = of_file;
        IF c.for_correction AND (p.colour = 'yellow' AND p.put_up_by_post_id = c.sender_post_id) IS NOT TRUE
          OR NOT c.for_correction AND p.file_id IS NOT NULL AND (c.holder_post_id = p.put_up_by_post_id
            OR c.holder_post_id = p.author_post_id AND (p.put_up_by_post_id IS NULL OR p.colour = 'green')) IS NOT TRUE THEN
          RAISE EXCEPTION 'a note in writing is on the desk of its author, or up for correction'
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER note_is_on_its_desk AFTER INSERT OR UPDATE ON pending_note
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_stray_note();
      CREATE CONSTRAINT TRIGGER corrected_note_is_there AFTER DELETE ON pending_note
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.put_up_by_post_id IS NOT NULL) EXECUTE FUNCTION refuse_stray_note();
      CREATE CONSTRAINT TRIGGER note_stays_on_its_desk AFTER UPDATE ON file_custody
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN (OLD.holder_post_id IS DISTINCT FROM NEW.holder_post_id OR OLD.for_correction <> NEW.for_correction)
        EXECUTE FUNCTION refuse_stray_note();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const CAPACITY = (column: string) => `CHECK (${column} IN ('regular', 'additional', 'link'))`;

/**
 * The holder of a file asks several posts a question; each of them ends it once, with a note of the sheet as its opinion or with a
 * reason. What they are shown is a document that is final once it is there.
 */
export class PostsAreConsulted1790000000106 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE consultation (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL,
        file_id uuid NOT NULL,
        -- Given by a trigger.
        sequence integer NOT NULL,
        question text NOT NULL CHECK (char_length(question) BETWEEN 1 AND 2000 AND question IS NFC NORMALIZED),
        asked_by_user_id uuid NOT NULL,
        asked_by_post_id uuid NOT NULL,
        asked_capacity text NOT NULL ${CAPACITY('asked_capacity')},
        asked_at timestamptz NOT NULL DEFAULT office_now(),
        language text NOT NULL CHECK (language IN ('hi', 'en')),
        -- What was on the file: the snapshot goes so far.
        notes integer NOT NULL CHECK (notes >= 0),
        correspondence integer NOT NULL CHECK (correspondence >= 0),
        pages integer NOT NULL CHECK (pages >= 0),
        snapshot text NOT NULL DEFAULT 'waiting' CHECK (snapshot IN ('waiting', 'ready', 'failed')),
        document_id uuid,
        CONSTRAINT consultation_of_file_once UNIQUE (organisation_id, file_id, sequence),
        CONSTRAINT consultation_of_its_file UNIQUE (organisation_id, file_id, id),
        CONSTRAINT snapshot_is_there CHECK ((snapshot = 'ready') = (document_id IS NOT NULL)),
        CONSTRAINT consultation_file FOREIGN KEY (organisation_id, file_id) REFERENCES office_file (organisation_id, id),
        CONSTRAINT consultation_user FOREIGN KEY (organisation_id, asked_by_user_id) REFERENCES office_user (organisation_id, id),
        CONSTRAINT consultation_post FOREIGN KEY (organisation_id, asked_by_post_id) REFERENCES post (organisation_id, id),
        CONSTRAINT consultation_document FOREIGN KEY (organisation_id, document_id) REFERENCES document (organisation_id, id)
      );
      CREATE INDEX consultation_by_document ON consultation (organisation_id, document_id) WHERE document_id IS NOT NULL;

      CREATE TABLE consulted_post (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL,
        consultation_id uuid NOT NULL,
        file_id uuid NOT NULL,
        -- In the order in which they were named.
        place integer NOT NULL CHECK (place BETWEEN 1 AND 12),
        post_id uuid NOT NULL,
        due_on date NOT NULL,
        state text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'answered', 'returned', 'withdrawn')),
        ended_by_user_id uuid,
        ended_by_post_id uuid,
        ended_capacity text ${CAPACITY('ended_capacity')},
        ended_at timestamptz,
        ended_on date,
        reason text CHECK (char_length(reason) BETWEEN 1 AND 2000 AND reason IS NFC NORMALIZED),
        note integer,
        CONSTRAINT consulted_in_order UNIQUE (organisation_id, consultation_id, place),
        CONSTRAINT ended_by_somebody CHECK (num_nonnulls(ended_by_user_id, ended_by_post_id, ended_capacity, ended_at, ended_on)
          = CASE state WHEN 'asked' THEN 0 ELSE 5 END),
        CONSTRAINT opinion_is_a_note CHECK ((state = 'answered') = (note IS NOT NULL)),
        CONSTRAINT ended_with_reason CHECK ((state IN ('returned', 'withdrawn')) = (reason IS NOT NULL)),
        CONSTRAINT answered_by_whoever_was_asked CHECK (state NOT IN ('answered', 'returned') OR ended_by_post_id = post_id),
        CONSTRAINT opinion_once UNIQUE (organisation_id, file_id, note),
        CONSTRAINT consulted_in_consultation FOREIGN KEY (organisation_id, file_id, consultation_id)
          REFERENCES consultation (organisation_id, file_id, id),
        CONSTRAINT consulted_post_there FOREIGN KEY (organisation_id, post_id) REFERENCES post (organisation_id, id),
        CONSTRAINT ended_by_user FOREIGN KEY (organisation_id, ended_by_user_id) REFERENCES office_user (organisation_id, id),
        CONSTRAINT ended_by_post FOREIGN KEY (organisation_id, ended_by_post_id) REFERENCES post (organisation_id, id),
        CONSTRAINT opinion_on_file FOREIGN KEY (organisation_id, file_id, note) REFERENCES note (organisation_id, file_id, number)
      );
      -- Nobody is asked twice at once.
      CREATE UNIQUE INDEX consulted_once ON consulted_post (organisation_id, file_id, post_id) WHERE state = 'asked';
      CREATE INDEX questions_of_post ON consulted_post (organisation_id, post_id, due_on, id) WHERE state = 'asked';

      CREATE FUNCTION number_consultation() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        SELECT COALESCE(max(sequence), 0) + 1 INTO NEW.sequence FROM public.consultation
          WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id;
        RETURN NEW;
      END $$;
      CREATE TRIGGER consultation_is_numbered BEFORE INSERT ON consultation FOR EACH ROW EXECUTE FUNCTION number_consultation();

      CREATE FUNCTION refuse_other_snapshot() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'what was asked stands, and a snapshot is final' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
      END $$;
      CREATE TRIGGER snapshot_is_final BEFORE UPDATE ON consultation FOR EACH ROW
        WHEN (OLD.snapshot = 'ready' OR to_jsonb(OLD) - '{snapshot,document_id}'::text[] <> to_jsonb(NEW) - '{snapshot,document_id}'::text[])
        EXECUTE FUNCTION refuse_other_snapshot();
      CREATE TRIGGER consultation_is_kept BEFORE DELETE ON consultation FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER consultation_is_not_truncated BEFORE TRUNCATE ON consultation EXECUTE FUNCTION refuse_change();

      CREATE FUNCTION refuse_unfit_question() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.state <> 'asked' OR NEW.due_on < public.india_today() OR NOT public.office_works_on(NEW.organisation_id, NEW.due_on)
          OR EXISTS (SELECT FROM public.file_custody c WHERE c.organisation_id = NEW.organisation_id AND c.file_id = NEW.file_id
            AND c.holder_post_id IS NOT DISTINCT FROM NEW.post_id) THEN
          RAISE EXCEPTION 'another post is asked, by a working day' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER another_is_asked BEFORE INSERT ON consulted_post FOR EACH ROW EXECUTE FUNCTION refuse_unfit_question();

      CREATE FUNCTION refuse_second_ending() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state <> 'asked' OR NEW.state = 'asked'
          OR (OLD.id, OLD.organisation_id, OLD.consultation_id, OLD.file_id, OLD.place, OLD.post_id, OLD.due_on)
            <> (NEW.id, NEW.organisation_id, NEW.consultation_id, NEW.file_id, NEW.place, NEW.post_id, NEW.due_on)
          OR NEW.state = 'answered' AND NOT EXISTS (SELECT FROM public.note n WHERE n.organisation_id = NEW.organisation_id
            AND n.file_id = NEW.file_id AND n.number = NEW.note AND n.kind = 'opinion' AND n.author_post_id = NEW.post_id) THEN
          RAISE EXCEPTION 'a question is ended once, by the opinion of the post that was asked'
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER question_is_ended_once BEFORE UPDATE ON consulted_post FOR EACH ROW EXECUTE FUNCTION refuse_second_ending();
      CREATE TRIGGER consulted_post_is_kept BEFORE DELETE ON consulted_post FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER consulted_post_is_not_truncated BEFORE TRUNCATE ON consulted_post EXECUTE FUNCTION refuse_change();

      CREATE FUNCTION count_awaited_opinions() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        UPDATE public.file_custody SET (opinions_awaited, opinion_due_on) = (
            SELECT count(*), min(p.due_on) FROM public.consulted_post p WHERE p.organisation_id = NEW.organisation_id
              AND p.file_id = NEW.file_id AND p.state = 'asked')
          WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id;
        RETURN NULL;
      END $$;
      -- Whoever could hang it on a table of his own would write here what he likes.
      REVOKE ALL ON FUNCTION count_awaited_opinions() FROM PUBLIC;
      CREATE TRIGGER awaited_opinions_are_counted AFTER INSERT OR UPDATE ON consulted_post FOR EACH ROW
        EXECUTE FUNCTION count_awaited_opinions();

      CREATE FUNCTION refuse_unasked_opinion() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM public.consulted_post p WHERE p.organisation_id = NEW.organisation_id
            AND p.file_id = NEW.file_id AND p.note = NEW.number) THEN
          RAISE EXCEPTION 'an opinion answers a question' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER opinion_was_asked_for AFTER INSERT ON note DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN (NEW.kind = 'opinion') EXECUTE FUNCTION refuse_unasked_opinion();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

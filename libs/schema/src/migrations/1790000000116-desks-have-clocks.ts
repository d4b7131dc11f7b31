import type { MigrationInterface, QueryRunner } from 'typeorm';

const REASONS = `('other_department', 'court', 'applicant', 'outside_reference', 'call_book')`;
/** The acts of a holder that end the stay of a file on his desk. */
const ENDED_BY_HOLDER = `('forwarded', 'returned', 'put_up_for_correction', 'correction_returned', 'recalled', 'closed')`;
const CAPACITY = `('regular', 'additional', 'link')`;
const DAY_OF = (instant: string) => `(${instant} AT TIME ZONE INTERVAL '5 hours 30 minutes')::date`;

/**
 * Each desk has a clock for each file that lies there: working days since it came, without the time for which the clock was
 * stopped. Whoever keeps a file beyond the limit explains it with the act that ends the stay. Each line of the register
 * says how long the file was on the desk that it left.
 */
export class DesksHaveClocks1790000000116 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE file_custody
        -- From this day on the days on the desk are counted; moved on by the days for which the clock was stopped.
        ADD COLUMN clock_from date NOT NULL DEFAULT india_today(),
        ADD COLUMN clock_stopped_on date,
        ADD COLUMN clock_stopped_for text CONSTRAINT file_custody_clock_stopped_for_check CHECK (clock_stopped_for IN ${REASONS}),
        ADD CONSTRAINT clock_stops_for_a_reason CHECK ((clock_stopped_on IS NULL) = (clock_stopped_for IS NULL)),
        ADD CONSTRAINT clock_of_a_desk CHECK (clock_stopped_on IS NULL OR holder_post_id IS NOT NULL);
      -- What was returned, or came with a decision, may be set aside as well.
      ALTER TABLE file_custody DROP CONSTRAINT IF EXISTS closed_came_from_nowhere,
        ADD CONSTRAINT closed_came_from_nowhere CHECK (state <> 'closed' OR decision IS NULL AND NOT returned);
      CREATE INDEX waiting_by_clock ON file_custody (organisation_id, holder_post_id, clock_from, file_id)
        WHERE state IN ('on_desk', 'parked') AND grading = 'normal';
      ALTER TABLE movement
        ADD COLUMN kept_days integer CONSTRAINT movement_kept_days_check CHECK (kept_days >= 0),
        ADD COLUMN explanation text CONSTRAINT movement_explanation_check CHECK (char_length(explanation) BETWEEN 1 AND 2000),
        ADD CONSTRAINT holder_explains CHECK (explanation IS NULL OR file_id IS NOT NULL AND kind IN ${ENDED_BY_HOLDER});

      CREATE TABLE clock_stop (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL,
        file_id uuid NOT NULL,
        -- The movement that brought the file to the desk whose clock it is.
        movement_sequence integer NOT NULL,
        reason text NOT NULL CONSTRAINT clock_stop_reason_check CHECK (reason IN ${REASONS}),
        evidence_kind text NOT NULL
          CONSTRAINT clock_stop_evidence_kind_check CHECK (evidence_kind IN ('correspondence', 'note', 'words')),
        evidence_number integer CONSTRAINT clock_stop_evidence_number_check CHECK (evidence_number > 0),
        evidence_words text CONSTRAINT clock_stop_evidence_words_check CHECK (char_length(evidence_words) BETWEEN 1 AND 2000),
        evidence_on date,
        stopped_on date NOT NULL DEFAULT india_today(),
        stopped_at timestamptz NOT NULL DEFAULT office_now(),
        stopped_by_user_id uuid NOT NULL,
        stopped_by_post_id uuid NOT NULL,
        stopped_capacity text NOT NULL CONSTRAINT clock_stop_stopped_capacity_check CHECK (stopped_capacity IN ${CAPACITY}),
        started_on date,
        started_at timestamptz,
        started_by_user_id uuid,
        started_by_post_id uuid,
        started_capacity text CONSTRAINT clock_stop_started_capacity_check CHECK (started_capacity IN ${CAPACITY}),
        CONSTRAINT stop_has_evidence CHECK (CASE evidence_kind
          WHEN 'words' THEN num_nonnulls(evidence_words, evidence_on) = 2 AND evidence_number IS NULL
          ELSE evidence_number IS NOT NULL AND num_nonnulls(evidence_words, evidence_on) = 0 END),
        CONSTRAINT clock_started_wholly CHECK (num_nonnulls(started_on, started_at, started_by_user_id, started_by_post_id,
          started_capacity) IN (0, 5)),
        CONSTRAINT clock_started_later CHECK (started_on >= stopped_on),
        CONSTRAINT stop_on_desk FOREIGN KEY (organisation_id, file_id, movement_sequence)
          REFERENCES movement (organisation_id, file_id, sequence),
        CONSTRAINT clock_stopped_by FOREIGN KEY (organisation_id, stopped_by_user_id) REFERENCES office_user (organisation_id, id),
        CONSTRAINT clock_stopped_at FOREIGN KEY (organisation_id, stopped_by_post_id) REFERENCES post (organisation_id, id),
        CONSTRAINT clock_started_by FOREIGN KEY (organisation_id, started_by_user_id) REFERENCES office_user (organisation_id, id),
        CONSTRAINT clock_started_at FOREIGN KEY (organisation_id, started_by_post_id) REFERENCES post (organisation_id, id)
      );
      CREATE UNIQUE INDEX one_stop_at_once ON clock_stop (organisation_id, file_id) WHERE started_at IS NULL;
      CREATE INDEX stops_of_desk ON clock_stop (organisation_id, file_id, movement_sequence, stopped_at);

      -- What lies somewhere already has lain there since it came; what is in the call book is not counted since it was put there.
      INSERT INTO clock_stop (id, organisation_id, file_id, movement_sequence, reason, evidence_kind, evidence_words, evidence_on,
          stopped_on, stopped_at, stopped_by_user_id, stopped_by_post_id, stopped_capacity)
        SELECT gen_random_uuid(), c.organisation_id, c.file_id, c.movements, 'call_book', 'words', book.remarks, ${DAY_OF('book.at')},
          ${DAY_OF('book.at')}, book.at, book.by_user_id, book.by_post_id, book.capacity
        FROM file_custody c CROSS JOIN LATERAL (SELECT * FROM parking_line r WHERE r.organisation_id = c.organisation_id
          AND r.file_id = c.file_id AND r.kind = 'put_in_call_book' ORDER BY r.sequence DESC LIMIT 1) book
        WHERE c.state = 'in_call_book';
      ALTER TABLE file_custody DISABLE TRIGGER USER;
      UPDATE file_custody SET clock_from = ${DAY_OF('since')};
      UPDATE file_custody c SET clock_stopped_on = s.stopped_on, clock_stopped_for = s.reason FROM clock_stop s
        WHERE s.organisation_id = c.organisation_id AND s.file_id = c.file_id;
      ALTER TABLE file_custody ENABLE TRIGGER USER;

      CREATE FUNCTION count_days_on_desk() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE c public.file_custody;
      BEGIN
        SELECT * INTO c FROM public.file_custody WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id;
        NEW.kept_days := public.working_days(c.organisation_id, c.clock_from, COALESCE(c.clock_stopped_on, public.india_today()));
        IF NEW.explanation IS NULL AND NEW.kept_days > 0 AND NEW.kind IN ${ENDED_BY_HOLDER}
          -- A part that comes home was away for its main file.
          AND NOT (NEW.kind = 'closed' AND EXISTS (SELECT FROM public.office_file f
            WHERE f.id = NEW.file_id AND f.main_file_id IS NOT NULL))
          AND NEW.kept_days > (SELECT desk_limit_days FROM public.organisation WHERE id = NEW.organisation_id) THEN
          RAISE EXCEPTION 'a case that was kept longer than the limit goes on with an explanation'
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER long_stay_is_explained BEFORE INSERT ON movement
        FOR EACH ROW WHEN (NEW.file_id IS NOT NULL AND NEW.kind NOT IN ('created', 'reopened'))
        EXECUTE FUNCTION count_days_on_desk();

      CREATE FUNCTION refuse_clock_set_by_hand() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the clock of a desk runs by itself' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
      END $$;
      CREATE TRIGGER clock_runs_by_itself BEFORE UPDATE OF clock_from ON file_custody FOR EACH ROW
        WHEN (OLD.clock_from IS DISTINCT FROM NEW.clock_from AND OLD.movements = NEW.movements AND OLD.clock_stopped_on IS NULL)
        EXECUTE FUNCTION refuse_clock_set_by_hand();

      -- What travels inside another file comes to each desk with it: its clock begins there anew, and none stands still.
      CREATE FUNCTION begin_clock_with_main_file() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.clock_from := public.india_today();
        IF OLD.clock_stopped_on IS NOT NULL THEN
          UPDATE public.clock_stop s SET started_on = public.india_today(), started_at = public.office_now(),
              started_by_user_id = m.by_user_id, started_by_post_id = m.by_post_id, started_capacity = m.capacity
            FROM public.movement m WHERE m.organisation_id = NEW.organisation_id AND m.file_id = NEW.file_id
              AND m.sequence = NEW.movements AND s.organisation_id = NEW.organisation_id AND s.file_id = NEW.file_id
              AND s.started_at IS NULL;
          NEW.clock_stopped_on := NULL;
          NEW.clock_stopped_for := NULL;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER clock_goes_along BEFORE UPDATE OF holder_post_id ON file_custody FOR EACH ROW
        WHEN (NEW.attached_to_file_id IS NOT NULL AND OLD.holder_post_id IS DISTINCT FROM NEW.holder_post_id)
        EXECUTE FUNCTION begin_clock_with_main_file();

      CREATE FUNCTION refuse_stray_stop() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          IF NEW.started_at IS NULL AND EXISTS (SELECT FROM public.file_custody c WHERE c.organisation_id = NEW.organisation_id
            AND c.file_id = NEW.file_id AND c.movements = NEW.movement_sequence
            AND c.holder_post_id = NEW.stopped_by_post_id) THEN RETURN NEW; END IF;
        ELSIF OLD.started_at IS NULL AND NEW.started_at IS NOT NULL
          AND to_jsonb(NEW) - '{started_on,started_at,started_by_user_id,started_by_post_id,started_capacity}'::text[]
            = to_jsonb(OLD) - '{started_on,started_at,started_by_user_id,started_by_post_id,started_capacity}'::text[] THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'the holder of a file stops the clock of his desk, and it is started once'
          USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
      END $$;
      CREATE TRIGGER clock_is_stopped_and_started BEFORE INSERT OR UPDATE ON clock_stop
        FOR EACH ROW EXECUTE FUNCTION refuse_stray_stop();
      CREATE TRIGGER clock_stop_is_kept BEFORE DELETE ON clock_stop FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER clock_stop_is_not_truncated BEFORE TRUNCATE ON clock_stop EXECUTE FUNCTION refuse_change();

      CREATE FUNCTION refuse_custody_unlike_clock() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        c public.file_custody;
        s public.clock_stop;
      BEGIN
        SELECT * INTO c FROM public.file_custody WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id;
        SELECT * INTO s FROM public.clock_stop
          WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id AND started_at IS NULL;
        IF (c.clock_stopped_on, c.clock_stopped_for) IS DISTINCT FROM (s.stopped_on, s.reason) THEN
          RAISE EXCEPTION 'the clock of a desk is stopped as its stop says' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER custody_agrees_with_clock AFTER UPDATE ON file_custody
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN ((OLD.clock_stopped_on, OLD.clock_stopped_for) IS DISTINCT FROM (NEW.clock_stopped_on, NEW.clock_stopped_for))
        EXECUTE FUNCTION refuse_custody_unlike_clock();
      CREATE CONSTRAINT TRIGGER stop_stops_clock AFTER INSERT OR UPDATE ON clock_stop
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_custody_unlike_clock();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

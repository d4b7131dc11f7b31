import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Number schemes, heads and counters; the event ledger, which nobody can change. */
export class NumbersAndEvents1790000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE number_scheme (
        organisation_id uuid NOT NULL REFERENCES organisation,
        kind text NOT NULL CHECK (kind IN ('file', 'diary', 'issue')),
        template text NOT NULL CHECK (template LIKE '%{serial}%'),
        period text NOT NULL CHECK (period IN ('calendar', 'financial')),
        PRIMARY KEY (organisation_id, kind)
      );

      CREATE TABLE number_head (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL REFERENCES organisation,
        basic text NOT NULL CHECK (basic ~ '^[A-Z]$'),
        "primary" text NOT NULL CHECK ("primary" ~ '^[0-9]{2}$'),
        secondary text NOT NULL CHECK (secondary ~ '^[0-9]{2}$'),
        tertiary text CHECK (tertiary <> ''),
        title_hi text NOT NULL,
        title_en text NOT NULL,
        CONSTRAINT number_head_of_organisation UNIQUE (organisation_id, id),
        CONSTRAINT number_head_once UNIQUE NULLS NOT DISTINCT (organisation_id, basic, "primary", secondary, tertiary)
      );

      CREATE TABLE counter (
        organisation_id uuid NOT NULL REFERENCES organisation,
        scheme text NOT NULL,
        series text NOT NULL,
        period text NOT NULL,
        value integer NOT NULL CHECK (value > 0),
        PRIMARY KEY (organisation_id, scheme, series, period)
      );
      CREATE FUNCTION refuse_gap_in_counter() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' AND NEW.value <> 1 OR TG_OP = 'UPDATE' AND NEW.value <> OLD.value + 1 THEN
          RAISE EXCEPTION 'a counter goes up by one' USING ERRCODE = 'check_violation', CONSTRAINT = 'counter_without_gap';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER counter_without_gap BEFORE INSERT OR UPDATE ON counter
        FOR EACH ROW EXECUTE FUNCTION refuse_gap_in_counter();

      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% of % is not allowed: what happened stays', TG_OP, TG_TABLE_NAME
          USING ERRCODE = 'insufficient_privilege', CONSTRAINT = TG_TABLE_NAME || '_is_final';
      END $$;

      CREATE TABLE event (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL REFERENCES organisation,
        subject_kind text NOT NULL CHECK (subject_kind IN ('file', 'receipt', 'user', 'document', 'organisation')),
        subject_id uuid NOT NULL,
        sequence integer NOT NULL CHECK (sequence > 0),
        name text NOT NULL CHECK (name ~ '^[a-z]+\\.[a-z_]+$'),
        related_id uuid,
        user_id uuid,
        post_id uuid,
        capacity text CHECK (capacity IN ('regular', 'additional', 'link')),
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        reason text,
        data jsonb NOT NULL,
        content_hash text CHECK (content_hash ~ '^[0-9a-f]{64}$'),
        CONSTRAINT event_sequence_once UNIQUE (organisation_id, subject_id, sequence),
        CONSTRAINT event_user FOREIGN KEY (organisation_id, user_id) REFERENCES office_user (organisation_id, id),
        CONSTRAINT event_post FOREIGN KEY (organisation_id, post_id) REFERENCES post (organisation_id, id),
        CONSTRAINT event_actor_whole CHECK ((post_id IS NULL) = (capacity IS NULL))
      );
      CREATE INDEX event_by_related ON event (organisation_id, related_id) WHERE related_id IS NOT NULL;
      CREATE FUNCTION refuse_gap_in_events() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.sequence <> 1 + COALESCE((SELECT max(sequence) FROM event
            WHERE organisation_id = NEW.organisation_id AND subject_id = NEW.subject_id), 0) THEN
          RAISE EXCEPTION 'events are numbered without gaps' USING ERRCODE = 'check_violation', CONSTRAINT = 'event_without_gap';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER event_without_gap BEFORE INSERT ON event FOR EACH ROW EXECUTE FUNCTION refuse_gap_in_events();
      CREATE TRIGGER event_is_final BEFORE UPDATE OR DELETE ON event FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER event_is_not_truncated BEFORE TRUNCATE ON event EXECUTE FUNCTION refuse_change();

      GRANT SELECT, INSERT, UPDATE ON number_scheme, number_head, counter TO patravali_app;
      GRANT SELECT, INSERT ON event TO patravali_app;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each event bears the hash of its canonical form, and its canonical form names the hash of the event before it on the same
 * subject. The database computes both when it numbers the event: the application may not say them, and nobody else may say
 * others. Events from before are chained here, and say so by the encoding 0. Byte by byte: docs/proof.md.
 */
export class EventsAreChained1790000000180 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE event ADD COLUMN encoding smallint, ADD COLUMN previous_hash bytea, ADD COLUMN hash bytea;

      CREATE FUNCTION event_line(name text, value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT name || COALESCE(' ' || octet_length(value) || ' ' || value, ' -') || chr(10)
      $$;
      CREATE FUNCTION event_canonical_form(e event) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT 'patravali event ' || e.encoding || chr(10)
          || public.event_line('previous', encode(e.previous_hash, 'hex'))
          || public.event_line('id', e.id::text)
          || public.event_line('organisation', e.organisation_id::text)
          || public.event_line('subject', e.subject_kind || ' ' || e.subject_id)
          || public.event_line('sequence', e.sequence::text)
          || public.event_line('name', e.name)
          || public.event_line('related', e.related_id::text)
          || public.event_line('user', e.user_id::text)
          || public.event_line('post', e.post_id::text)
          || public.event_line('capacity', e.capacity)
          || public.event_line('at', to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
          || public.event_line('reason', e.reason)
          || public.event_line('data', e.data::text)
          || public.event_line('content', e.content_hash)
      $$;

      DO $$
      DECLARE each event; before event;
      BEGIN
        ALTER TABLE event DISABLE TRIGGER event_is_final;
        FOR each IN SELECT * FROM event ORDER BY organisation_id, subject_id, sequence LOOP
          each.encoding := 0;
          each.previous_hash := CASE WHEN each.sequence > 1 THEN before.hash ELSE decode(repeat('00', 32), 'hex') END;
          each.hash := sha256(convert_to(event_canonical_form(each), 'UTF8'));
          UPDATE event SET encoding = 0, previous_hash = each.previous_hash, hash = each.hash WHERE id = each.id;
          before := each;
        END LOOP;
        ALTER TABLE event ENABLE TRIGGER event_is_final;
      END $$;

      ALTER TABLE event ALTER COLUMN encoding SET NOT NULL, ALTER COLUMN previous_hash SET NOT NULL, ALTER COLUMN hash SET NOT NULL,
        ADD CONSTRAINT event_encoding_check CHECK (encoding IN (0, 1)),
        ADD CONSTRAINT event_previous_hash_check CHECK (octet_length(previous_hash) = 32),
        ADD CONSTRAINT event_hash_check CHECK (octet_length(hash) = 32);

      -- Every start grants the other columns.
      REVOKE INSERT ON event FROM patravali_app;

      CREATE OR REPLACE FUNCTION refuse_gap_in_events() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE next integer; last bytea;
      BEGIN
        SELECT sequence + 1, hash INTO next, last FROM public.event
          WHERE organisation_id = NEW.organisation_id AND subject_id = NEW.subject_id ORDER BY sequence DESC LIMIT 1;
        next := COALESCE(next, 1);
        IF NEW.sequence IS NULL THEN
          NEW.sequence := next;
        ELSIF NEW.sequence <> next THEN
          RAISE EXCEPTION 'events are numbered without gaps' USING ERRCODE = 'check_violation', CONSTRAINT = 'event_without_gap';
        END IF;
        IF num_nonnulls(NEW.encoding, NEW.previous_hash, NEW.hash) > 0 THEN
          RAISE EXCEPTION 'the database chains the events' USING ERRCODE = 'check_violation', CONSTRAINT = 'event_without_gap';
        END IF;
        NEW.encoding := 1;
        NEW.previous_hash := COALESCE(last, decode(repeat('00', 32), 'hex'));
        NEW.hash := sha256(convert_to(public.event_canonical_form(NEW), 'UTF8'));
        RETURN NEW;
      END $$;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

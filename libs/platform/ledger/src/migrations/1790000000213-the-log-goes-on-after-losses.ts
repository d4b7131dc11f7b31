import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * After an older backup was restored the log takes back from the store what the database has lost: an entry whose event is there
 * belongs to it again, another one stays as text. What the log says of itself, that events or its key were lost, is taken in
 * the same way, and found quickly.
 */
export class TheLogGoesOnAfterLosses1790000000213 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX log_entry_of_no_event ON log_entry (index) WHERE event_id IS NULL;

      CREATE FUNCTION log_takes(entries text[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, pg_temp AS $$
      DECLARE next bigint;
      BEGIN
        PERFORM FROM public.published_log FOR UPDATE;
        SELECT COALESCE(max(index) + 1, 0) INTO next FROM public.log_entry;
        INSERT INTO public.log_entry (index, event_id, text, leaf_hash)
          SELECT next + given.place - 1, e.id, CASE WHEN e.id IS NULL THEN given.entry END,
            sha256(decode('00', 'hex') || convert_to(given.entry, 'UTF8'))
          FROM unnest(entries) WITH ORDINALITY AS given (entry, place)
            LEFT JOIN public.event e ON e.id = substring(given.entry FROM '^patravali entry 1\\nevent ([0-9a-f-]{36})\\n')::uuid
              AND public.log_entry_text(e) = given.entry;
        DELETE FROM public.log_waiting w USING public.log_entry l WHERE l.event_id = w.event_id AND l.index >= next;
        INSERT INTO public.log_key (number, written, signs_from)
          SELECT (SELECT COALESCE(max(number), 0) FROM public.log_key) + row_number() OVER (ORDER BY place), written, next + place
          FROM (
            SELECT given.place, substring(given.entry FROM '^patravali (?:lost )?key 1\\nkey (\\S+)\\n') AS written
            FROM unnest(entries) WITH ORDINALITY AS given (entry, place)
          ) announced WHERE written IS NOT NULL;
      END $$;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}

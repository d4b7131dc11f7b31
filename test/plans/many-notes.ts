import { marksOf } from '@patravali/search';
import { shortStem } from '../support/database/short-stem';
import type { TestOffice } from '../support/office/test-office';

/** Every third note has the first of these, every fortieth the second, every twenty thousandth the third, and each the last. */
export const NOTE_WORDS = { common: 'अनुमोदन', some: 'नलकूप', rare: 'दुर्लभ', fill: 'विवरण' } as const;

/**
 * Writes so many notes on each file of a large office, straight into the tables, and what they are found by: about forty words each, of
 * which the commonest stand in most notes.
 * @param vocabulary folded words, none of `NOTE_WORDS`.
 */
export async function writeManyNotes(
  office: TestOffice,
  perFile: number,
  vocabulary: readonly string[],
): Promise<{ readonly notes: number }> {
  const { common, some, rare, fill } = NOTE_WORDS;
  const { userId, postId } = office.at('SO');
  const client = await office.owner.connect();
  try {
    await client.query('BEGIN');
    await client.query(`ALTER TABLE note DISABLE TRIGGER USER; SELECT setseed(0.5);
      CREATE TEMP TABLE vocabulary (place integer PRIMARY KEY, word text, stem text)`);
    await client.query(
      `INSERT INTO vocabulary SELECT place - 1, word, ${shortStem('word')} FROM unnest($1::text[]) WITH ORDINALITY v (word, place)`,
      [vocabulary],
    );
    await client.query(
      `CREATE TEMP TABLE written AS SELECT gen_random_uuid() AS id, f.id AS file_id, f.organisation_id, f.number, n,
         concat_ws(' ', $2::text, CASE WHEN n % 3 = 0 THEN $3::text END, CASE WHEN n % 40 = 0 THEN $4::text END,
           CASE WHEN n % 20000 = 1 THEN $5::text END,
           (SELECT string_agg(v.word, ' ') FROM generate_series(1, 36 + 0 * n) JOIN vocabulary v
              ON v.place = floor($6::integer * power(random(), 3))::integer)) AS text
       FROM (SELECT f.id, f.organisation_id, each.number, (row_number() OVER (ORDER BY each.number, f.computer_number))::integer AS n
         FROM office_file f CROSS JOIN generate_series(1, $1::integer) each (number)) f`,
      [perFile, fill, common, some, rare, vocabulary.length],
    );
    await client.query(
      `INSERT INTO note (id, organisation_id, file_id, number, first_paragraph, paragraphs, content, content_hash, author_user_id,
         author_post_id, capacity, written_at, frozen_at)
       SELECT id, organisation_id, file_id, number, number, 1,
         jsonb_build_object('version', 1, 'paragraphs', jsonb_build_array(jsonb_build_object('children',
           jsonb_build_array(jsonb_build_object('type', 'text', 'text', text))))),
         repeat('a', 64), $1, $2, 'regular', now(), TIMESTAMPTZ '2026-01-01' + n * INTERVAL '1 second' FROM written`,
      [userId, postId],
    );
    // They are spread over a thousand days; every fiftieth is of another unit.
    const post = `CASE WHEN n % 50 = 1 THEN '${office.at('CLERK').postId}' ELSE '${postId}' END`;
    const marks = marksOf({ day: `DATE '2024-01-01' + n * 7919 % 1000`, post });
    const { rows } = await client.query<{ sql: string }>(`SELECT pg_get_indexdef('entry_by_words'::regclass) AS sql`);
    await client.query(`DROP INDEX entry_by_words;
      INSERT INTO search_entry (kind, item_id, organisation_id, file_id, said)
        SELECT 'note', w.id, w.organisation_id, w.file_id, (SELECT string_agg(quote_literal(${shortStem('word')}) || ':' || place, ' ')::tsvector
          FROM regexp_split_to_table(w.text, ' ') WITH ORDINALITY words (word, place)) || ${marks} FROM written w ORDER BY n;
      ${rows[0]?.sql ?? ''}; ALTER TABLE note ENABLE TRIGGER USER`);
    const { rowCount } = await client.query('SELECT FROM written');
    await client.query('COMMIT');
    await client.query('VACUUM (ANALYZE) note, search_entry');
    return { notes: rowCount ?? 0 };
  } finally {
    client.release();
  }
}

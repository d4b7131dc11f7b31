import { MARKS_OF_FILE } from '@patravali/files';
import type { Pool } from 'pg';
import { shortStem } from '../database/short-stem';
import type { TestOffice } from './test-office';

/** A number for every fifth only: numbers may have gaps. */
const GAP = 5;

/** The stems of a subject of these files, as `TextIndex` finds them. */
const STEMS = `(SELECT string_agg(quote_literal(${shortStem('word')}) || ':' || place, ' ')::tsvector FROM regexp_split_to_table(lower(
  translate(replace(normalize(f.number || ' ' || f.subject, NFD), 'ण्ड', 'ंड'), 'ँ\u093c', 'ं')), '[-/ ]+')
  WITH ORDINALITY words (word, place))`;

/**
 * Fills an office with this many files that nobody has moved, straight into the tables: what is found and read among
 * many. The section officer reads one of 50, the under secretary one of five, an assistant of another section one of 4,001,
 * the dispatcher none; one of 97 is secret. Unless they are `said`, the job that adds the stems of their words has not come by.
 */
export async function writeManyFiles(
  office: TestOffice,
  files: number,
  said: 'said' | 'not said' = 'not said',
): Promise<void> {
  const [so, us, clerk] = [office.at('SO'), office.at('US'), office.at('CLERK')];
  const client = await office.owner.connect();
  try {
    await client.query('BEGIN');
    const index = await definitionOf(client);
    await client.query(`
      ALTER TABLE office_file DISABLE TRIGGER USER;
      ALTER TABLE file_custody DISABLE TRIGGER USER;
      DROP INDEX file_by_search`);
    await client.query(
      `INSERT INTO office_file (id, organisation_id, number, computer_number, unit_id, head_id, series, subject, created_by_user_id,
         created_by_post_id, created_capacity, created_at)
       SELECT gen_random_uuid(), $1, 'A-11011/' || n || '/2026-Sec' || n % 30, n * ${GAP}, $2, $3, 'A-11011',
         (ARRAY['पेंशन', 'वेतन', 'अवकाश', 'भवन', 'सड़क', 'विद्यालय', 'चिकित्सा', 'भूमि', 'निविदा', 'जाँच'])[1 + n % 10] || ' प्रकरण ' || n
           || (ARRAY[' लखनऊ', ' मेरठ', ' झाँसी', ' बस्ती', ' गोण्डा', ' उन्नाव', ' हापुड़'])[1 + n % 7]
           || CASE WHEN n % 4 = 0 THEN ' School Building' ELSE '' END
           || CASE WHEN n % 3001 = 5 THEN ' Seldom' ELSE '' END || CASE WHEN n < $6::int / 5 THEN ' Bygone' ELSE '' END,
         $4, $5, 'regular', TIMESTAMPTZ '2026-01-01' + n * INTERVAL '1 minute' FROM generate_series(1, $6::int) n`,
      [so.organisationId, so.post.unitId, office.headId, so.userId, so.postId, files],
    );
    await client.query(
      `INSERT INTO file_custody (file_id, organisation_id, state, holder_post_id, reader_post_ids, grading, urgency, since,
         closed_by_post_id, closing_reason, unit_id)
       SELECT id, organisation_id, CASE WHEN n % 3 = 0 THEN 'on_desk' ELSE 'closed' END, CASE WHEN n % 3 = 0 THEN holder END,
         ARRAY[holder] || CASE WHEN n % 50 = 0 THEN ARRAY[$2::uuid] END || CASE WHEN n % 4001 = 0 THEN ARRAY[$3::uuid] END
           || CASE WHEN n % 5 = 1 THEN ARRAY[$4::uuid] END,
         CASE WHEN n % 97 = 0 THEN 'secret' ELSE 'normal' END, 'ordinary', created_at,
         CASE WHEN n % 3 <> 0 THEN holder END, CASE WHEN n % 3 <> 0 THEN 'निस्तारित' END, unit_id
       FROM (SELECT f.*, computer_number / ${GAP} AS n, $1::uuid AS holder FROM office_file f) f`,
      [office.at('DS').postId, so.postId, clerk.postId, us.postId],
    );
    await client.query(
      `INSERT INTO file_search SELECT f.id, f.organisation_id, f.computer_number, file_words(f.number, f.subject), c.state, c.grading,
         c.reader_post_ids, f.unit_id, ${said === 'said' ? `${STEMS} || ${MARKS_OF_FILE}` : 'NULL'}
       FROM office_file f JOIN file_custody c ON c.file_id = f.id ORDER BY f.computer_number`,
    );
    await client.query(`${index};
      ALTER TABLE office_file ENABLE TRIGGER USER;
      ALTER TABLE file_custody ENABLE TRIGGER USER`);
    await client.query('COMMIT');
    await client.query('VACUUM (ANALYZE) office_file, file_custody, file_search');
  } finally {
    client.release();
  }
}

/** Made anew when all rows are there: row by row it would take ten times as long. */
async function definitionOf(client: Pick<Pool, 'query'>): Promise<string> {
  const { rows } = await client.query<{ sql: string }>(`SELECT pg_get_indexdef('file_by_search'::regclass) AS sql`);
  return rows[0]?.sql ?? '';
}

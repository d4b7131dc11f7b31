import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { deepLists } from './deep-lists';
import { AUDITOR, CLERK, CLOSING, HEAD, id, NOBODY, ON_CLERKS_DESK, POSTS, RECORDS, tokenOf } from './people';
import { HASH, KEY, NOTE, ORGANISATION, WHO } from './sql-values';

const MOVES = 5;

/** How large an office is. */
export interface Size {
  readonly files: number;
  /** Rows that every list of the post `RECORDS` has about, where the files are enough for it: four times as many. */
  readonly deep: number;
}

/**
 * Fills a migrated database with an office of 300 posts and this many files of five movements, four notes and ten events
 * each. Connects as superuser, who may switch the triggers off.
 */
export async function seed(superuserUrl: string, size: Size): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    for (const statement of [...IN_BULK, people(), movesOf(size), WITHOUT_INDEXES, WITHOUT_FINDING, CHAINED('SET')]) {
      await client.query(statement);
    }
    for (const statement of FILES) await client.query(statement.replaceAll(':files', String(size.files)));
    await client.query(MADE_FINDABLE);
    await client.query(WITH_INDEXES);
    if (isLargeEnough(size)) for (const statement of deepLists(size.deep)) await client.query(statement);
    await client.query(CHAINED('DROP'));
    await client.query('VACUUM (ANALYZE)');
    for (const statement of AS_IN_AN_OFFICE) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Of a million files the rows come in the order of their keys, and the log of the database is written seldom. */
const IN_BULK = [
  'SET session_replication_role = replica',
  'SET synchronous_commit = off',
  "SET work_mem = '512MB'",
  "SET maintenance_work_mem = '1GB'",
  'SET enable_hashjoin = off',
  'SET enable_hashagg = off',
  "ALTER SYSTEM SET max_wal_size = '8GB'",
  'SELECT pg_reload_conf()',
];
const AS_IN_AN_OFFICE = ['ALTER SYSTEM RESET max_wal_size', 'SELECT pg_reload_conf()'];

/** Every index that holds no constraint is made again when the rows are there. */
const WITHOUT_INDEXES = `
  CREATE TEMP TABLE index_without AS
    SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
      FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
      WHERE c.relname IN ('office_file', 'file_custody', 'movement', 'file_opening', 'file_sent', 'note', 'event', 'document', 'receipt')
        AND NOT EXISTS (SELECT FROM pg_constraint o WHERE o.conindid = i.indexrelid);
  DO $$ DECLARE dropped record; BEGIN
    FOR dropped IN SELECT name FROM index_without LOOP EXECUTE 'DROP INDEX ' || dropped.name; END LOOP;
  END $$`;
const WITH_INDEXES = `DO $$ DECLARE made record; BEGIN
    FOR made IN SELECT definition FROM index_without LOOP EXECUTE made.definition; END LOOP;
  END $$`;

/** On nobody's way: no file moves over these posts. */
const OFF_THE_WAY = [NOBODY, AUDITOR];

function people(): string {
  const token = (post: number) => createHash('sha256').update(tokenOf(post)).digest('hex');
  const sessions = Array.from(
    { length: POSTS },
    (_, post) => `('${token(post)}', ${ORGANISATION}, '${id('3', post)}', false, now() + INTERVAL '7 days')`,
  );
  return `
    INSERT INTO organisation (id, name_hi, name_en, address_hi, address_en, demo) VALUES (${ORGANISATION}, 'कार्यालय', 'Office', '', '', true);
    INSERT INTO number_scheme (organisation_id, kind, template, period) VALUES
      (${ORGANISATION}, 'diary', '{serial}/{year}', 'calendar'), (${ORGANISATION}, 'issue', '{serial}/{unit}-{year}', 'calendar');
    INSERT INTO unit SELECT ${KEY('1', 'n')}, ${ORGANISATION}, NULL, 'Sec' || n, 'अनुभाग ' || n, 'Section ' || n FROM generate_series(0, 29) n;
    INSERT INTO post (id, organisation_id, unit_id, marking, designation_hi, designation_en, level, superior_post_id, roles)
      SELECT ${KEY('2', 'n')}, ${ORGANISATION}, ${KEY('1', 'n / 10')}, 'P' || n, 'पद', 'Post', CASE WHEN n % 10 = 0 THEN 2 ELSE 3 END,
        CASE WHEN n IN (${HEAD}, ${OFF_THE_WAY.join(', ')}) THEN NULL WHEN n % 10 = 0 THEN ${KEY('2', String(HEAD))} ELSE ${KEY('2', 'n / 10 * 10')} END,
        CASE WHEN n = ${AUDITOR} THEN '{auditor}' WHEN n % 10 = 0 THEN '{officer}' WHEN n = ${RECORDS} THEN '{dealing_hand,dispatcher}'
          ELSE '{dealing_hand}' END::text[] FROM generate_series(0, ${POSTS - 1}) n;
    INSERT INTO office_user (id, organisation_id, username, name_hi, name_en)
      SELECT ${KEY('3', 'n')}, ${ORGANISATION}, 'u' || n, 'कर्मी ' || n, 'Person ' || n FROM generate_series(0, ${POSTS - 1}) n;
    INSERT INTO tenure (id, organisation_id, user_id, post_id, kind, from_on)
      SELECT ${KEY('4', 'n')}, ${ORGANISATION}, ${KEY('3', 'n')}, ${KEY('2', 'n')}, 'regular', '2020-01-01' FROM generate_series(0, ${POSTS - 1}) n;
    INSERT INTO session (token_hash, organisation_id, user_id, demo, expires_at) VALUES ${sessions.join(', ')};
    INSERT INTO number_head VALUES ('${id('5', 1)}', ${ORGANISATION}, 'A', '11', '11', NULL, 'स्थापना', 'Establishment');`;
}

const isLargeEnough = ({ files, deep }: Size) => files >= 4 * deep;

/** Every move of every file: the post it went to. Two in a row differ, since odd moves go to odd posts. */
function movesOf(size: Size): string {
  const { files, deep: rows } = size;
  const ofDesk = `f % (${files} / ${ON_CLERKS_DESK}) = 0`;
  const deep = isLargeEnough(size) ? `f % (${files} / (2 * ${rows})) = 1` : 'false';
  const anyPost = `('x' || substr(md5(f || '/' || k), 1, 6))::bit(24)::int % ((${POSTS} - ${OFF_THE_WAY.length}) / 2) * 2 + k % 2`;
  return `
    CREATE TEMP TABLE move AS
      SELECT f, k,
        CASE WHEN k = ${MOVES} AND ${ofDesk} THEN ${CLERK}
          WHEN ${deep} AND k % 2 = 1 THEN ${RECORDS}
          WHEN ${deep} AND k = 4 THEN ${CLOSING}
          WHEN ${anyPost} = ${CLERK} AND k = ${MOVES} THEN 11
          ELSE ${anyPost} END AS post,
        now() - INTERVAL '300 days' * (1 - f::float / (${files} + 1)) + k * INTERVAL '3 hours' AS at,
        CASE WHEN ${ofDesk} OR ${deep} AND f / 2 % 2 = 0 THEN 'desk' WHEN NOT (${deep}) AND f % 5 = 1 THEN 'desk' ELSE 'closed' END AS fate
      FROM generate_series(1, ${files}) f, generate_series(1, ${MOVES}) k;
    CREATE INDEX ON move (f, k); ANALYZE move;`;
}

const SUBJECT = `(ARRAY['पेंशन', 'वेतन', 'अवकाश', 'स्थानान्तरण', 'भवन', 'सड़क', 'विद्यालय', 'चिकित्सा', 'भूमि', 'निविदा'])[1 + f % 10]
  || ' प्रकरण ' || f || ' के सम्बन्ध में ' || (ARRAY['आज़मगढ़', 'लखनऊ', 'वाराणसी', 'मेरठ', 'झाँसी', 'बस्ती', 'गोण्डा'])[1 + f % 7]`;
const FILES = [
  `INSERT INTO office_file SELECT ${KEY('6', 'f')}, ${ORGANISATION}, 'A-11011/' || f || '/2026-Sec' || post / 10, f, ${KEY('1', 'post / 10')},
     '${id('5', 1)}', 'A-11011', ${SUBJECT}, NULL, ${WHO('post')}, at FROM move WHERE k = 1`,
  `INSERT INTO file_custody (file_id, organisation_id, state, holder_post_id, sender_post_id, reader_post_ids, grading, urgency,
       action, due_on, since, opened_at, closed_by_post_id, closing_reason, movements, notes, paragraphs)
     SELECT ${KEY('6', 'f')}, ${ORGANISATION}, CASE fate WHEN 'desk' THEN 'on_desk' ELSE 'closed' END,
       CASE fate WHEN 'desk' THEN ${KEY('2', 'max(post) FILTER (WHERE k = 5)')} END,
       CASE fate WHEN 'desk' THEN ${KEY('2', 'max(post) FILTER (WHERE k = 4)')} END,
       (SELECT array_agg(DISTINCT r) FROM unnest(array_agg(${KEY('2', 'post')}) || array_agg(${KEY('2', 'post / 10 * 10')}) || ${KEY('2', '0')}) r),
       'normal', 'ordinary', 'put_up', CASE WHEN f % 3 = 0 THEN current_date + f % 20 - 5 END, max(at),
       CASE WHEN f % 4 <> 0 THEN max(at) END,
       CASE fate WHEN 'closed' THEN ${KEY('2', 'max(post) FILTER (WHERE k = 4)')} END, CASE fate WHEN 'closed' THEN 'निस्तारित' END, 5, 4, 12
     FROM move GROUP BY f, fate`,
  `INSERT INTO movement (id, organisation_id, file_id, sequence, kind, from_post_id, to_post_id, by_user_id, by_post_id, capacity, at, remarks, notes)
     SELECT ${KEY('7', 'h.f * 8 + h.k')}, ${ORGANISATION}, ${KEY('6', 'h.f')}, h.k,
       CASE WHEN h.k = 1 THEN 'created' WHEN h.k = 5 AND h.fate = 'closed' THEN 'closed' ELSE 'forwarded' END,
       ${KEY('2', 'b.post')}, CASE WHEN h.k = 5 AND h.fate = 'closed' THEN NULL ELSE ${KEY('2', 'h.post')} END,
       ${WHO('COALESCE(b.post, h.post)')}, h.at, 'कृपया देखें', h.k - 1
     FROM move h LEFT JOIN move b ON b.f = h.f AND b.k = h.k - 1`,
  `INSERT INTO file_opening SELECT ${ORGANISATION}, ${KEY('6', 'f')}, k, at FROM move WHERE k < 5`,
  `INSERT INTO file_sent SELECT ${ORGANISATION}, ${KEY('2', 'post')}, ${KEY('6', 'f')}, max(at) FROM move WHERE k < 5 GROUP BY post, f`,
  `INSERT INTO note SELECT ${KEY('8', 'f * 8 + k')}, ${ORGANISATION}, ${KEY('6', 'f')}, k, k * 3 - 2, 3, '${NOTE}', NULL, '${HASH}', ${WHO('post')}, at, at
     FROM move WHERE k < 5`,
  `INSERT INTO event (id, organisation_id, subject_kind, subject_id, sequence, name, user_id, post_id, capacity, at, data)
     SELECT ${KEY('9', 'f * 16 + k * 2 + more')}, ${ORGANISATION}, 'file', ${KEY('6', 'f')}, k * 2 + more - 1,
       CASE WHEN more = 1 THEN 'file.opened' WHEN k = 1 THEN 'file.created' ELSE 'file.forwarded' END, ${WHO('post')}, at, '{"movement": 1}'
     FROM move, generate_series(0, 1) more`,
  `INSERT INTO document SELECT ${KEY('a', 'f')}, ${ORGANISATION}, '${HASH}', 1000, 2, 'पत्र.pdf', true, ${KEY('3', 'post')}, ${KEY('2', 'post')}, at FROM move WHERE k = 1`,
  `INSERT INTO receipt (id, organisation_id, diary_number, state, subject, sender_name, received_on, delivery_mode, language, grading, urgency,
       enclosures, document_id, unit_id, diarised_by_user_id, diarised_by_post_id, diarised_capacity, diarised_at, holder_post_id, reader_post_ids, file_id)
     SELECT ${KEY('b', 'f')}, ${ORGANISATION}, 'F' || f || '/2026', CASE WHEN mine THEN 'on_desk' ELSE 'in_file' END, ${SUBJECT}, 'ग्राम प्रधान', current_date,
       'post', 'hi', 'normal', 'ordinary', 0, ${KEY('a', 'f')}, ${KEY('1', 'post / 10')}, ${WHO('post')}, at,
       CASE WHEN mine THEN ${KEY('2', String(CLERK))} END, ARRAY[${KEY('2', 'post')}], CASE WHEN NOT mine THEN ${KEY('6', 'f')} END
     FROM (SELECT *, f % (:files / 20) = 0 AS mine FROM move WHERE k = 1) h`,
];

/** What the trigger that is off would compute; nobody checks the chains of an office that is only measured. A version without them is measured too. */
const CHAINED = (change: 'SET' | 'DROP') => {
  const of = (column: string, value: string) =>
    `ALTER ${column} ${change} DEFAULT${change === 'SET' ? ` ${value}` : ''}`;
  return `DO $$ BEGIN
    IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = 'event'::regclass AND attname = 'hash') THEN
      ALTER TABLE event ${of('encoding', '1')}, ${of('previous_hash', "sha256('')")}, ${of('hash', "sha256('')")};
    END IF;
  END $$`;
};

/** The table in which files are found is filled at the end, all at once; a version without it is measured too. */
const WITHOUT_FINDING = `DO $$ BEGIN
    IF to_regclass('public.file_search') IS NOT NULL THEN
      ALTER TABLE file_custody DISABLE TRIGGER new_file_is_found;
    END IF;
  END $$`;
const MADE_FINDABLE = `DO $$ DECLARE index text; BEGIN
    IF to_regclass('public.file_search') IS NOT NULL THEN
      SELECT pg_get_indexdef('file_by_search'::regclass) INTO index;
      DROP INDEX file_by_search;
      INSERT INTO file_search SELECT f.id, f.organisation_id, f.computer_number, file_words(f.number, f.subject), c.state, c.grading, c.reader_post_ids
        FROM office_file f JOIN file_custody c ON c.file_id = f.id ORDER BY f.computer_number;
      EXECUTE index;
      ALTER TABLE file_custody ENABLE ALWAYS TRIGGER new_file_is_found;
    END IF;
  END $$`;

import { createHash } from 'node:crypto';
import { Client } from 'pg';

/** The clerk who makes all requests: an ordinary dealing hand with a full desk. */
export const CLERK = { token: 'bench-clerk-token', postId: id('2', 7), userId: id('3', 7) };
/** Files on the clerk's desk, however many the office has: a desk does not grow with the archive. */
export const ON_CLERKS_DESK = 200;
const POSTS = 300;
const MOVES = 5;

function id(kind: string, ordinal: number): string {
  return `01a00000-000${kind}-7000-8000-${ordinal.toString(16).padStart(12, '0')}`;
}

/**
 * Fills a migrated database with an office of 300 posts and this many files of five movements each. Connects as superuser,
 * who may switch the triggers off.
 */
export async function seed(superuserUrl: string, files: number): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(`SET session_replication_role = replica; ${people()}`);
    await client.query(MOVES_OF_FILES.replaceAll(':files', String(files)));
    for (const statement of FILES) await client.query(statement.replaceAll(':files', String(files)));
    await client.query('VACUUM (ANALYZE)');
  } finally {
    await client.end();
  }
}

const KEY = (kind: string, ordinal: string) =>
  `('01a00000-000${kind}-7000-8000-' || lpad(to_hex(${ordinal}), 12, '0'))::uuid`;
const ORGANISATION = `'${id('0', 1)}'`;
const WHO = (post: string) => `${KEY('3', post)}, ${KEY('2', post)}, 'regular'`;
const HASH = 'a'.repeat(64);

function people(): string {
  const token = createHash('sha256').update(CLERK.token).digest('hex');
  return `
    INSERT INTO organisation (id, name_hi, name_en, address_hi, address_en) VALUES (${ORGANISATION}, 'कार्यालय', 'Office', '', '');
    INSERT INTO unit SELECT ${KEY('1', 'n')}, ${ORGANISATION}, NULL, 'Sec' || n, 'अनुभाग ' || n, 'Section ' || n FROM generate_series(0, 29) n;
    INSERT INTO post (id, organisation_id, unit_id, marking, designation_hi, designation_en, level, superior_post_id, roles)
      SELECT ${KEY('2', 'n')}, ${ORGANISATION}, ${KEY('1', 'n / 10')}, 'P' || n, 'पद', 'Post', CASE WHEN n % 10 = 0 THEN 2 ELSE 3 END,
        CASE WHEN n = 0 THEN NULL WHEN n % 10 = 0 THEN ${KEY('2', '0')} ELSE ${KEY('2', 'n / 10 * 10')} END,
        CASE WHEN n % 10 = 0 THEN '{officer}' ELSE '{dealing_hand}' END::text[] FROM generate_series(0, ${POSTS - 1}) n;
    INSERT INTO office_user (id, organisation_id, username, name_hi, name_en)
      SELECT ${KEY('3', 'n')}, ${ORGANISATION}, 'u' || n, 'कर्मी ' || n, 'Person ' || n FROM generate_series(0, ${POSTS - 1}) n;
    INSERT INTO tenure (id, organisation_id, user_id, post_id, kind, from_on)
      SELECT ${KEY('4', 'n')}, ${ORGANISATION}, ${KEY('3', 'n')}, ${KEY('2', 'n')}, 'regular', '2020-01-01' FROM generate_series(0, ${POSTS - 1}) n;
    INSERT INTO session (token_hash, organisation_id, user_id, demo, expires_at)
      VALUES ('${token}', ${ORGANISATION}, '${CLERK.userId}', false, now() + INTERVAL '1 day');
    INSERT INTO number_head VALUES ('${id('5', 1)}', ${ORGANISATION}, 'A', '11', '11', NULL, 'स्थापना', 'Establishment');`;
}

/** Every move of every file: the post it went to. Two in a row differ, since odd moves go to odd posts. */
const MOVES_OF_FILES = `
  CREATE TEMP TABLE move AS
    SELECT f, k, CASE WHEN k = ${MOVES} AND f % (:files / ${ON_CLERKS_DESK}) = 0 THEN 7
        ELSE ('x' || substr(md5(f || '/' || k), 1, 6))::bit(24)::int % (${POSTS} / 2) * 2 + k % 2 END AS post,
      now() - INTERVAL '300 days' * (1 - f::float / (:files + 1)) + k * INTERVAL '3 hours' AS at,
      CASE WHEN f % (:files / ${ON_CLERKS_DESK}) = 0 THEN 'desk' WHEN f % 5 = 1 THEN 'desk' ELSE 'closed' END AS fate
    FROM generate_series(1, :files) f, generate_series(1, ${MOVES}) k;
  CREATE INDEX ON move (f, k); ANALYZE move;`;

const SUBJECT = `(ARRAY['पेंशन', 'वेतन', 'अवकाश', 'स्थानान्तरण', 'भवन', 'सड़क', 'विद्यालय', 'चिकित्सा', 'भूमि', 'निविदा'])[1 + f % 10]
  || ' प्रकरण ' || f || ' के सम्बन्ध में ' || (ARRAY['आज़मगढ़', 'लखनऊ', 'वाराणसी', 'मेरठ', 'झाँसी', 'बस्ती', 'गोण्डा'])[1 + f % 7]`;
const NOTE = JSON.stringify({
  version: 1,
  paragraphs: Array.from({ length: 3 }, () => ({
    children: [{ type: 'text', text: 'पत्रावली का परीक्षण किया गया। नियमानुसार कार्यवाही प्रस्तावित है।' }],
  })),
});

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
     SELECT ${KEY('b', 'f')}, ${ORGANISATION}, f || '/2026', CASE WHEN mine THEN 'on_desk' ELSE 'in_file' END, ${SUBJECT}, 'ग्राम प्रधान', current_date,
       'post', 'hi', 'normal', 'ordinary', 0, ${KEY('a', 'f')}, ${KEY('1', 'post / 10')}, ${WHO('post')}, at,
       CASE WHEN mine THEN ${KEY('2', '7')} END, ARRAY[${KEY('2', 'post')}], CASE WHEN NOT mine THEN ${KEY('6', 'f')} END
     FROM (SELECT *, f % (:files / 20) = 0 AS mine FROM move WHERE k = 1) h`,
];

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@patravali/config';
import { Client } from 'pg';
import { documentsWithoutBytes, gapsInEvents, gapsInNumbers, journeys } from '../../../../test/crash/books';
import { useDatabase } from '../../../../test/support/database/database';
import { seedDemo } from './seed-demo';
import type { SeedingProgress } from './seeding/seeding';
import { wantedSeeding } from './seeding/wanted-seeding';

const PAST_DAYS = 95;
let client: Client | undefined;
let folder: string;
// Before the database's own hook: it is dropped when nobody is connected any more.
afterAll(async () => {
  await client?.end();
  await rm(folder, { recursive: true, force: true });
});
const database = useDatabase();

const owner = (): Client => {
  if (!client) throw new Error('the owner is connected once beforeAll has run');
  return client;
};
const rows = async <R extends object>(sql: string): Promise<R[]> => (await owner().query<R>(sql)).rows;
const count = async (of: string): Promise<number> =>
  (await rows<{ count: number }>(`SELECT count(*)::int AS count FROM ${of}`))[0]?.count ?? -1;

/** In the midst of the three months. */
const ACTS_BEFORE_IT_IS_STOPPED = 1100;
const STOPPED = new Error('stopped');
let progress: SeedingProgress[];

/** It is stopped once and goes on: whatever is told of it below is told of one that was interrupted, too. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demo-'));
  const config = loadConfig({ DATABASE_URL: database().ownerUrl, PATRAVALI_DATA: folder, PATRAVALI_DEMO: 'on' });
  const stop = new AbortController();
  const stopInTheMidst = ({ done }: SeedingProgress) => {
    if (done === ACTS_BEFORE_IT_IS_STOPPED) stop.abort(STOPPED);
  };
  await expect(seedDemo(config, { stop: stop.signal, onProgress: stopInTheMidst })).rejects.toBe(STOPPED);
  expect(await wantedSeeding(config)).toBe('rest');
  progress = [];
  await seedDemo(config, { stop: new AbortController().signal, onProgress: (each) => progress.push(each) });
  expect(await wantedSeeding(config)).toBeUndefined();
  client = new Client({ connectionString: database().ownerUrl });
  await client.connect();
}, 600_000);

describe('a demo office that has lived', () => {
  it('holds three months of files, letters that came in and letters that went out', async () => {
    expect(await count('office_file')).toBeGreaterThan(140);
    expect(await count(`file_custody WHERE state = 'closed'`)).toBeGreaterThan(50);
    expect(await count('receipt')).toBeGreaterThan(120);
    expect(await count('issue')).toBeGreaterThan(30);
    for (const kind of ['returned', 'pulled_back', 'closed', 'reopened']) {
      expect([kind, await count(`movement WHERE kind = '${kind}'`)]).not.toEqual([kind, 0]);
    }
    // An answer to a letter of ours, on the file of that letter.
    expect(
      await count(`correspondence c WHERE flag = 'fr' AND EXISTS (
      SELECT FROM correspondence i WHERE i.file_id = c.file_id AND i.kind = 'issued' AND i.serial < c.serial)`),
    ).toBeGreaterThan(5);
  });

  it('has done each act of its story once, and told how far it was', async () => {
    expect(await count(`(SELECT DISTINCT key FROM idempotency_key WHERE key LIKE 'demo-%') AS acts`)).toBe(
      progress.length,
    );
    expect(progress.map(({ done }) => done)).toEqual(progress.map((_, index) => index));
    expect(new Set(progress.map(({ all }) => all))).toEqual(new Set([progress.length]));
    expect(progress.map(({ day }) => day)).toEqual(progress.map(({ day }) => day).sort());
    expect(await readdir(folder)).not.toContain('demo-began');
    // Nothing that was uploaded before the interruption was uploaded again.
    expect(await count('document')).toBe(await count('(SELECT DISTINCT sha256 FROM document) AS contents'));
  });

  it('began about three months ago, and nothing in it is of tomorrow', async () => {
    const [span] = await rows<{ first: number; future: number }>(
      `SELECT extract(day FROM clock_timestamp() - min(at))::int AS first, count(*) FILTER (WHERE at > clock_timestamp())::int AS future FROM event`,
    );
    expect(span?.first).toBeGreaterThan(80);
    expect(span?.first).toBeLessThan(PAST_DAYS);
    expect(span?.future).toBe(0);
    expect(await count('receipt WHERE received_on > india_today() OR letter_date > received_on')).toBe(0);
    // Spread over the months, not done on one day.
    expect(await count(`(SELECT DISTINCT at::date FROM movement) AS days`)).toBeGreaterThan(60);
  });

  it('has everything in the order of time, and numbers without gaps', async () => {
    expect(
      await rows(`SELECT name FROM (SELECT name, at, lag(at) OVER (PARTITION BY subject_id ORDER BY sequence) AS before FROM event) e
        WHERE at < before`),
    ).toEqual([]);
    expect(
      await rows(`SELECT number FROM (SELECT number, frozen_at, lag(frozen_at) OVER (PARTITION BY file_id ORDER BY number) AS before
        FROM note) n WHERE frozen_at < before`),
    ).toEqual([]);
    expect(await count(`movement WHERE due_on < (at AT TIME ZONE 'Asia/Kolkata')::date`)).toBe(0);
    expect(await count(`issue WHERE issued_on <> (issued_at AT TIME ZONE 'Asia/Kolkata')::date`)).toBe(0);
    expect(await gapsInEvents(owner())).toEqual([]);
    expect(await gapsInNumbers(owner())).toEqual([]);
    expect(await documentsWithoutBytes(owner(), folder)).toEqual([]);
    for (const { movements, notes } of await journeys(owner())) {
      expect([movements, notes]).toEqual([movements.map((_, at) => at + 1), notes.map((_, at) => at + 1)]);
    }
  });

  it('has work for everybody: on each desk, in the diary, and letters to send', async () => {
    const desks = await rows<{ marking: string; work: number; late: number }>(`
      SELECT p.marking, (SELECT count(*)::int FROM file_custody c WHERE c.holder_post_id = p.id)
          + (SELECT count(*)::int FROM receipt r WHERE r.holder_post_id = p.id) AS work,
        (SELECT count(*)::int FROM file_custody c WHERE c.holder_post_id = p.id AND c.due_on < india_today()) AS late
      FROM post p WHERE NOT p.roles && '{dispatcher, auditor, administrator}' ORDER BY 1`);
    expect(desks.filter(({ work }) => work === 0)).toEqual([]);
    expect(desks.filter(({ late }) => late > 0).length).toBeGreaterThan(7);
    expect(desks.find(({ marking }) => marking === 'HA(EST)')?.work).toBeGreaterThan(4);
    expect(await count(`receipt WHERE state = 'created'`)).toBeGreaterThan(2);
    expect(
      await count('(SELECT DISTINCT issue_id FROM issue_recipient WHERE served_at IS NULL) AS waiting'),
    ).toBeGreaterThan(3);
    expect(await count(`draft WHERE state = 'draft'`)).toBeGreaterThan(3);
  });

  it('has for every officer a draft that he may approve and issue', async () => {
    expect(
      await rows(`SELECT p.marking FROM post p WHERE 'officer' = ANY (p.roles) AND NOT EXISTS (
        SELECT FROM draft d JOIN file_custody c ON c.file_id = d.file_id
        WHERE d.state = 'draft' AND c.holder_post_id = p.id AND d.signatory_post_id = p.id)`),
    ).toEqual([]);
  });

  it('knows each sender by one name, and no name as two senders', async () => {
    const office = `sender_designation || ', ' || sender_address`;
    // Those who write for themselves may live in one village.
    expect(
      await rows(`SELECT ${office} AS office FROM receipt WHERE sender_designation NOT IN ('आवेदक', 'Applicant')
        GROUP BY 1 HAVING count(DISTINCT sender_name) > 1`),
    ).toEqual([]);
    expect(
      await rows(`SELECT sender_name FROM receipt GROUP BY 1 HAVING count(DISTINCT sender_designation) > 1`),
    ).toEqual([]);
  });

  it('has sent letters by post with their numbers and by mail, which lies in the folder', async () => {
    expect(await count(`dispatch WHERE mode = 'speed_post' AND tracking_number IS NOT NULL`)).toBeGreaterThan(5);
    const mailed = await count(`dispatch WHERE mode = 'email' AND state = 'sent'`);
    expect(mailed).toBeGreaterThan(3);
    expect(await count(`dispatch WHERE state NOT IN ('sent')`)).toBe(0);
    expect(await readdir(join(folder, 'mail'))).toHaveLength(mailed);
  });

  it('has an officer on leave, who did the work until a link officer took it over', async () => {
    const acts = await rows<{ username: string; capacity: string; before: boolean }>(`
      SELECT DISTINCT u.username, m.capacity, m.at < t.from_on::timestamp AT TIME ZONE 'Asia/Kolkata' AS before
      FROM movement m JOIN post p ON p.id = m.by_post_id JOIN office_user u ON u.id = m.by_user_id
        JOIN tenure t ON t.post_id = p.id AND t.kind = 'link'
      WHERE p.marking = 'JD(PROS)' ORDER BY 1`);
    expect(acts).toEqual([
      { username: 'alok', capacity: 'regular', before: true },
      { username: 'mahesh', capacity: 'link', before: false },
    ]);
  });

  it('lives in the present from now on: its clock is closed, nobody is signed in', async () => {
    expect(await rows(`SELECT behind = INTERVAL '0' AS closed FROM office_clock`)).toEqual([{ closed: true }]);
    expect(await count('session')).toBe(0);
    expect(await count(`session WHERE created_at < clock_timestamp() - INTERVAL '1 hour'`)).toBe(0);
    expect(await count(`idempotency_key WHERE created_at < clock_timestamp() - INTERVAL '1 hour'`)).toBe(0);
    expect(await count(`pgboss.job WHERE created_on < clock_timestamp() - INTERVAL '1 hour'`)).toBe(0);
  });
});

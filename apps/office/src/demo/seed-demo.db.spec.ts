import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, loadConfig } from '@patravali/config';
import { Client } from 'pg';
import { useDatabase } from '../../../../test/support/database/database';
import { seedDemo } from './seed-demo';
import { wantedSeeding } from './seeding/wanted-seeding';

const database = useDatabase();
let folder: string;
let config: Config;

async function rows<R>(sql: string): Promise<R[]> {
  const client = new Client({ connectionString: database().ownerUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows as R[];
  } finally {
    await client.end();
  }
}

/** Everything that seeding twice might double. */
const counts = () =>
  rows(`SELECT (SELECT count(*)::int FROM office_file) AS files, (SELECT count(*)::int FROM note) AS notes,
    (SELECT count(*)::int FROM receipt) AS receipts, (SELECT count(*)::int FROM movement) AS movements,
    (SELECT count(*)::int FROM draft) AS drafts, (SELECT count(*)::int FROM issue) AS issues,
    (SELECT count(*)::int FROM post) AS posts, (SELECT count(*)::int FROM office_user) AS people`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demo-'));
  config = loadConfig({ DATABASE_URL: database().ownerUrl, PATRAVALI_DATA: folder, PATRAVALI_DEMO: 'small' });
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

describe('a small demo office', () => {
  it('is wanted in an empty database, and only when the demo is on', async () => {
    expect(await wantedSeeding(config)).toBe('whole');
    expect(await wantedSeeding({ ...config, demo: false })).toBeUndefined();
  });

  it('has units, posts, people and files in different states, with notes in both languages', async () => {
    await seedDemo(config);
    const [found] = (await counts()) as [Record<string, number>];
    expect(found.posts).toBeGreaterThanOrEqual(18);
    expect(found.people).toBeGreaterThanOrEqual(18);
    expect(found).toMatchObject({ files: 11, receipts: 8, drafts: 2, issues: 1 });
    expect(await rows('SELECT DISTINCT state FROM file_custody ORDER BY 1')).toEqual([
      { state: 'closed' },
      { state: 'in_call_book' },
      { state: 'on_desk' },
      { state: 'parked' },
    ]);
    expect(await rows(`SELECT number FROM office_file WHERE subject LIKE 'Repair%'`)).toEqual([
      { number: expect.stringMatching(/^R-21011\/1\/\d{4}-Dev$/) as string },
    ]);
    // Of a pension the Additional Commissioner disposes; the Chief Administrative Officer recommends it.
    expect(await rows(`SELECT n.decision, p.marking FROM note n JOIN post p ON p.id = n.recommended_to`)).toEqual([
      { decision: 'approved', marking: 'ADDL-COMM(ADM)' },
    ]);
    expect(await rows(`SELECT DISTINCT capacity FROM movement ORDER BY 1`)).toEqual([
      { capacity: 'additional' },
      { capacity: 'link' },
      { capacity: 'regular' },
    ]);
    expect(await rows('SELECT count(*)::int AS open FROM session')).toEqual([{ open: 0 }]);
    expect(await wantedSeeding(config)).toBeUndefined();
  }, 120_000);

  it('continues after an interruption and does nothing twice', async () => {
    const before = await counts();
    await rows(`ALTER TABLE event DISABLE TRIGGER event_is_final;
      DELETE FROM event WHERE name = 'organisation.demo_furnished';
      ALTER TABLE event ENABLE TRIGGER event_is_final`);
    expect(await wantedSeeding(config)).toBe('rest');
    await seedDemo(config);
    expect(await counts()).toEqual(before);
    expect(await wantedSeeding(config)).toBeUndefined();
  }, 120_000);
});

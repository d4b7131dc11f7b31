import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { runFolder, sharedServerUrl } from '../support/database/cluster';
import { officeCommand } from '../support/processes/office-command';
import { restore, run } from './older-office';
import { type Rows, rowsOf, tablesOf } from './rows';

/** An office of the first release, five migrations old. */
const OF_THE_FIRST_RELEASE = join(__dirname, 'office-469adc3/database.sql.gz');

describe('an office from whose schema this version does not go on', () => {
  const closing: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const close of closing.reverse()) await close();
  }, 60_000);

  /** Any command brings the office up to date first. */
  const open = (url: string, language = 'en') => {
    const folder = join(mkdtempSync(join(runFolder(), 'refused-')), 'data');
    return officeCommand(folder, ['link', 'nobody'], { DATABASE_URL: url, PATRAVALI_LANG: language });
  };
  const refusal = (words: string) => ({ code: 1, output: expect.stringContaining(words) as string });

  it('is told which version to start in between when it is older, in both languages, and stays as it is', async () => {
    const url = await restore(await sharedServerUrl(), closing, OF_THE_FIRST_RELEASE);
    const before = await rowsIn(url);
    expect(await open(url)).toEqual(refusal('a version before 0.2.0. Open it with version 0.2.0 first'));
    expect(await open(url, 'hi')).toEqual(refusal('पहले इसे संस्करण 0.2.0 से खोलें'));
    expect(await rowsIn(url)).toEqual(before);
  }, 60_000);

  it('is told what differs when it is not what its migrations made, and stays as it is', async () => {
    const url = await restore(await sharedServerUrl(), closing);
    await run(url, 'DROP INDEX event_by_age; ALTER TABLE post ADD COLUMN colour text');
    const before = await rowsIn(url);
    expect(await open(url)).toEqual(refusal('- index event_by_age of event\n+ column post.colour text\n'));
    expect(await rowsIn(url)).toEqual(before);
  }, 60_000);

  it('is left to the later version that has opened it', async () => {
    const url = await restore(await sharedServerUrl(), closing);
    await run(url, `INSERT INTO migrations (timestamp, name) VALUES (9990000000001, 'OfTheFuture9990000000001')`);
    expect(await open(url)).toEqual(refusal('opened by a later version of Patravali'));
  }, 60_000);
});

async function rowsIn(url: string): Promise<Rows> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await rowsOf(client, [...(await tablesOf(client)), { name: 'migrations', columns: 'name' }]);
  } finally {
    await client.end();
  }
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { processesOf, RunningOffice } from '../support/processes/running-office';

const COMES_ABOUT_WITHIN_MS = 240_000;
const SEEDING = 'prepare-database.js';

async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const start = Date.now();
  while (!(await isSo())) {
    await sleep(50);
    if (Date.now() - start > COMES_ABOUT_WITHIN_MS) throw new Error(`it did not come about in time that ${what}`);
  }
}

/** How many letters have come in so far; none while there is no office yet. */
async function receiptsIn(dataFolder: string): Promise<number> {
  try {
    const running = JSON.parse(readFileSync(join(dataFolder, 'running.json'), 'utf8')) as { databaseUrl: string };
    const client = new Client({ connectionString: running.databaseUrl });
    client.on('error', () => undefined);
    await client.connect();
    try {
      const { rows } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM receipt');
      return rows[0]?.count ?? 0;
    } finally {
      await client.end();
    }
  } catch {
    return 0;
  }
}

/** The whole demo: it takes long enough to be interrupted in its midst. */
const anOffice = (dataFolder?: string, throughNpm = false) =>
  new RunningOffice({ environment: { PATRAVALI_DEMO: 'on' }, throughNpm, ...(dataFolder ? { dataFolder } : {}) });

describe('setting up the demo office', () => {
  it('ends on Ctrl-C and when told so, goes on at the next start, and outlives no launcher', async () => {
    const first = anOffice(undefined, true);
    const { dataFolder } = first;
    await until('some letters have come in', async () => (await receiptsIn(dataFolder)) > 2);
    first.interrupt();
    await first.end();
    expect(processesOf(dataFolder)).toEqual([]);
    expect(first.output).toMatch(/Setting up the demo office, once …\n(Demo office: .*\n)*Stopping …\nStopped\.\n$/);

    const second = anOffice(dataFolder);
    await until('it goes on', () => second.output.includes('continues where it stopped'));
    await until('more letters have come in', async () => (await receiptsIn(dataFolder)) > 5);
    second.signal('SIGKILL');
    await second.end();
    await until('its parts end without it', () => !processesOf(dataFolder).some((each) => each.includes(SEEDING)));

    const third = anOffice(dataFolder);
    await until('it goes on again', () => third.output.includes('continues where it stopped'));
    third.signal('SIGTERM');
    expect(await third.end()).toBe(0);
    expect(processesOf(dataFolder)).toEqual([]);
    expect(third.output).toMatch(/continues where it stopped …\n(Demo office: .*\n)*Stopping …\nStopped\.\n$/);
    expect(third.output).not.toContain('already open');
  }, 900_000);

  it('says how much of it is done', async () => {
    const office = anOffice();
    await until('it has said so', () =>
      /^Demo office: actions done [\d,]+ of [\d,]+, up to \d+ \w+ \d{4}\.$/m.test(office.output),
    );
    await office.stop();
    expect(office.output).not.toContain('\x1b');
  }, 600_000);
});

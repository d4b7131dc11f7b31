import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '@patravali/schema';
import { Client } from 'pg';
import type { Manifest } from '../../apps/office/src/backup/manifest';
import { runFolder } from '../support/database/cluster';
import { officeCommand } from '../support/processes/office-command';
import { catalogOf } from './catalog';
import { FOLDER, restore, run } from './older-office';
import { type Rows, rowsOf, type Table, tablesOf } from './rows';
import { serverOf } from './server-of';

const BACKUP = join(FOLDER, 'backup');

describe.each([18, 15] as const)('a backup that version 0.2.0 made, on PostgreSQL %i', (major) => {
  const closing: (() => Promise<void>)[] = [];
  let server = '';
  beforeAll(async () => {
    server = await serverOf(major, closing);
  }, 60_000);
  afterAll(async () => {
    for (const close of closing.reverse()) await close();
  }, 60_000);

  async function emptyDatabase(): Promise<string> {
    const name = `restored_${randomUUID().replaceAll('-', '')}`;
    await run(server, `CREATE DATABASE ${name}`);
    closing.push(() => run(server, `DROP DATABASE ${name} WITH (FORCE)`));
    const url = new URL(server);
    url.pathname = `/${name}`;
    return url.href;
  }
  const dataFolder = () => join(mkdtempSync(join(runFolder(), 'restored-')), 'data');

  /** The backup with another list of migrations. */
  function backupOf(change: (migrations: readonly string[]) => string[]): string {
    const folder = mkdtempSync(join(runFolder(), 'backup-'));
    cpSync(join(BACKUP, 'database'), join(folder, 'database'), { recursive: true });
    const path = join(folder, 'database/manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
    writeFileSync(path, JSON.stringify({ ...manifest, migrations: change(manifest.migrations) }));
    return folder;
  }

  it('is restored with every row, every document, and the schema of a new office', async () => {
    const url = await emptyDatabase();
    const restored = await officeCommand(dataFolder(), ['restore', BACKUP], { DATABASE_URL: url });
    expect(restored).toEqual({
      code: 0,
      output: expect.stringContaining('65 documents. The office can be opened') as string,
    });
    const dumped = await contentOf(await restore(server, closing));
    const found = await contentOf(url, dumped.tables);
    // What waits on desks is made of the rest, and so is the index of the search.
    const { desk_entry: onDesks = [], search_entry: entries = [], search_due: due = [], ...rows } = found.rows;
    expect(onDesks.length).toBeGreaterThanOrEqual(rows.file_custody?.length ?? NaN);
    expect(due.length).toBeGreaterThanOrEqual(entries.length);
    expect(due.length).toBeGreaterThan(rows.note?.length ?? NaN);
    const later = Object.keys(rows).filter((table) => !(table in dumped.rows));
    expect(rows).toEqual({ ...dumped.rows, ...Object.fromEntries(later.map((table) => [table, []])) });
    const fresh = await emptyDatabase();
    await migrate(fresh);
    expect(found.catalogue).toEqual((await contentOf(fresh)).catalogue);
  }, 120_000);

  it('of an older version is refused with the sentence that names the version in between', async () => {
    const url = await emptyDatabase();
    const older = backupOf((migrations) => migrations.slice(0, 100));
    const refused = await officeCommand(dataFolder(), ['restore', older], { DATABASE_URL: url });
    expect(refused).toEqual({ code: 1, output: expect.stringContaining('Open it with version 0.2.0 first') as string });
    expect((await contentOf(url)).rows).toEqual({});
  }, 60_000);

  it('of a later version is refused', async () => {
    const later = backupOf((migrations) => [...migrations, 'OfTheFuture9990000000001']);
    const refused = await officeCommand(dataFolder(), ['restore', later], { DATABASE_URL: await emptyDatabase() });
    expect(refused).toEqual({ code: 1, output: expect.stringContaining('of a later version') as string });
  }, 60_000);
});

/** What the office wrote by itself between the dump and the backup: its log, and what it read in scans. */
const BY_ITSELF = ['document_text', 'health_probe', 'log_entry', 'log_waiting', 'page_text', 'published_log'];

/** @param known tables of which only these columns are looked at. */
async function contentOf(
  url: string,
  known: readonly Table[] = [],
): Promise<{ rows: Rows; tables: Table[]; catalogue: string[] }> {
  const client = new Client({ connectionString: url, options: '-c TimeZone=UTC' });
  await client.connect();
  try {
    const tables = (await tablesOf(client))
      .filter(({ name }) => !BY_ITSELF.includes(name))
      .map((table) => known.find(({ name }) => name === table.name) ?? table);
    return { tables, rows: await rowsOf(client, tables), catalogue: await catalogOf(client) };
  } finally {
    await client.end();
  }
}

import { mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import type { FileCreated, NumberHead, Page } from '@patravali/contract';
import type { Manifest } from '../../apps/office/src/backup/manifest';
import { baseCopiesIn } from '../../apps/office/src/history/base-copy';
import { createOfficeDatabase, type PostgresCluster } from '../../apps/office/src/postgres';
import { documentsWithoutBytes } from '../crash/books';
import { Acknowledged, createFiles, diariseLetters, forwardToAndFro, issueLetters } from '../crash/streams';
import { runFolder, startCluster } from '../support/database/cluster';
import { Client } from '../support/journeys/client';
import { aTypesetLetter } from '../support/journeys/letter';
import { officeCommand } from '../support/processes/office-command';
import { asOwner } from '../support/processes/office-owner';
import { openOffice, type RunningOffice } from '../support/processes/running-office';

const KEY = { PATRAVALI_BACKUP_PASSPHRASE: 'four old peacocks in the yard' };
const HISTORY = { PATRAVALI_DEMO: 'small', PATRAVALI_HISTORY_MIB: '512' };

/** The drill: an office at work is backed up, lost, and restored from what was put by. */
describe('an office that is backed up while it works', () => {
  const folder = mkdtempSync(join(runFolder(), 'backup-'));
  const [backupFolder, later] = [join(folder, 'backup'), join(folder, 'backed-up-again')];
  const acknowledged = new Acknowledged();
  let [lost, url] = ['', ''];
  let [before, after] = [0, 0];
  let documents = '';
  let triggers: Record<string, string>[] = [];
  const moment = { time: '', first: '', second: '' };
  let cluster: PostgresCluster | undefined;
  const running = new Set<RunningOffice>();
  afterAll(async () => {
    for (const office of running) await office.stop();
    await cluster?.stop();
  }, 120_000);

  it('is backed up without waiting, and again with only what is new', async () => {
    const opened = await openOffice({ environment: HISTORY });
    running.add(opened.office);
    ({ url } = opened);
    lost = opened.office.dataFolder;
    const signIn = (username: string, marking?: string) => Client.signIn(() => url, username, marking);
    const [clerk, colleague] = [await signIn('vinod'), await signIn('pooja')];
    const [officer, registry] = [await signIn('sunita', 'AO(EST)'), await signIn('ramesh')];
    const [head] = (await clerk.ask<Page<NumberHead>>('listNumberHeads')).items;
    if (!head) throw new Error('The demo office has no number heads');
    let over = false;
    const work = { acknowledged, head, isOver: () => over };
    const pdf = new Uint8Array(await aTypesetLetter());
    const streams = Promise.all([
      forwardToAndFro(work, clerk, colleague),
      createFiles(work, clerk),
      issueLetters(work, officer),
      diariseLetters(work, registry, pdf),
    ]);
    const backUp = async () => {
      while (acknowledged.files < 5 || !acknowledged.issues || !acknowledged.receipts) await sleep(20);
      before = acknowledged.commands;
      const made = await officeCommand(lost, ['backup', backupFolder], HISTORY);
      after = acknowledged.commands;
      return made;
    };
    const made = await backUp().finally(() => (over = true));
    await streams;
    expect(made).toMatchObject({ code: 0, output: expect.stringContaining('Backed up to') as string });
    expect(after).toBeGreaterThan(before);

    const again = await officeCommand(lost, ['backup', backupFolder, '--key'], { ...HISTORY, ...KEY });
    expect(again.code).toBe(0);
    const { count } = manifestOf(backupFolder).documents;
    const [, fresh] = /(\d+) of them new/.exec(again.output) ?? [];
    expect(Number(fresh)).toBeLessThan(count / 2);
    documents = (await rowsOf(lost, 'SELECT count(*)::text AS n FROM document'))[0]?.n ?? '';
    triggers = await rowsOf(lost, TRIGGERS);

    // What happens after the backup, about a moment to which to go back.
    while ((await baseCopiesIn(join(lost, 'base-copies'))).length === 0) await sleep(50);
    const create = (subject: string) => clerk.ask<FileCreated>('createFile', { body: { headId: head.id, subject } });
    moment.first = (await create('पहले')).id;
    moment.time = (await rowsOf(lost, NOW))[0]?.time ?? '';
    moment.second = (await create('बाद में')).id;
    await opened.office.stop();
    running.delete(opened.office);
  }, 240_000);

  it('refuses a folder with other things, and a backup that is none', async () => {
    expect((await officeCommand(lost, ['backup', lost], HISTORY)).output).toContain('holds other things');
    const nothing = join(folder, 'nothing');
    expect((await officeCommand(nothing, ['restore', nothing])).output).toContain('no complete backup');
  }, 120_000);

  it('never writes over an office', async () => {
    const { code, output } = await officeCommand(lost, ['restore', backupFolder, '--without-key'], HISTORY);
    expect([code, output]).toEqual([1, expect.stringContaining('not empty')]);
  }, 120_000);

  it('goes back to a moment: what was done before it is there, what came after is not', async () => {
    const dataFolder = join(folder, 'at-a-moment');
    const { code, output } = await officeCommand(dataFolder, ['restore', lost, '--to-time', moment.time], HISTORY);
    expect([code, output]).toEqual([0, expect.stringContaining('Restored as of')]);
    await opened(dataFolder, HISTORY, async () => {
      const files = await rowsOf(
        dataFolder,
        `SELECT id::text FROM office_file WHERE id IN ('${moment.first}', '${moment.second}')`,
      );
      expect(files).toEqual([{ id: moment.first }]);
      const [{ n } = { n: '' }] = await rowsOf(dataFolder, 'SELECT count(*)::text AS n FROM document');
      expect(n).toBe(documents);
    });
  }, 240_000);

  it('is there again on the embedded PostgreSQL 18 with every row and every document, and lets people in', async () => {
    rmSync(lost, { recursive: true });
    const dataFolder = join(folder, 'restored-18');
    await restore(dataFolder, HISTORY);
    await expectWhole(dataFolder, HISTORY);
  }, 240_000);

  it('is there again on a PostgreSQL 15 elsewhere', async () => {
    cluster = await startCluster(15);
    const DATABASE_URL = await createOfficeDatabase(cluster, { database: 'office', password: 'secret' });
    const dataFolder = join(folder, 'restored-15');
    const environment = { ...HISTORY, DATABASE_URL };
    await restore(dataFolder, environment);
    await expectWhole(dataFolder, environment);
  }, 240_000);

  it('is not restored in part from a backup that was damaged', async () => {
    const dataFolder = join(folder, 'damaged');
    truncateSync(join(backupFolder, 'database', 'event.gz'), 100);
    const damaged = () => officeCommand(dataFolder, ['restore', backupFolder, '--without-key'], HISTORY);
    const { code, output } = await damaged();
    expect([code, output]).toEqual([1, expect.stringContaining('nothing was restored')]);
    // Nor does anything stand in the way of restoring a whole one.
    expect((await damaged()).output).toContain('nothing was restored');
  }, 120_000);

  async function restore(dataFolder: string, environment: Readonly<Record<string, string>>): Promise<void> {
    const words = ['restore', backupFolder, '--key'];
    expect(await officeCommand(dataFolder, words, { ...environment, ...KEY })).toMatchObject({ code: 0 });
  }

  /** A backup of it says the same as the one from which it came; it opens, and a demo person signs in and reads. */
  async function expectWhole(dataFolder: string, environment: Readonly<Record<string, string>>): Promise<void> {
    const made = manifestOf(backupFolder);
    rmSync(later, { recursive: true, force: true });
    expect(await officeCommand(dataFolder, ['backup', later], environment)).toMatchObject({ code: 0 });
    const found = manifestOf(later);
    expect([found.documents, found.jobs.rows, found.migrations]).toEqual([
      made.documents,
      made.jobs.rows,
      made.migrations,
    ]);
    for (const { name, rows } of made.tables) {
      const written = rowsIn(backupFolder, name);
      expect([name, rowsIn(later, name)]).toEqual([name, written]);
      expect(written).toHaveLength(rows);
    }
    await opened(dataFolder, environment, async (address) => {
      const clerk = await Client.signIn(() => address, 'vinod');
      const { items } = await clerk.ask<Page<{ id: string }>>('listInbox');
      expect(items.length).toBeGreaterThan(0);
      expect(await asOwner(dataFolder, (database) => documentsWithoutBytes(database, dataFolder))).toEqual([]);
      const [counts] = await rowsOf(
        dataFolder,
        `SELECT count(*) FILTER (WHERE subject_kind <> 'user')::text AS events FROM event`,
      );
      expect(Number(counts?.events)).toBeGreaterThan(before);
      // What waited is in the log, which goes on by itself.
      const entries = made.log?.entries ?? 0;
      expect(entries).toBeGreaterThan(0);
      while (Number((await (await fetch(`${address}/log/checkpoint`)).text()).split('\n')[1]) <= entries)
        await sleep(50);
      // Each watches as before, also those that nobody sets aside.
      expect(await rowsOf(dataFolder, TRIGGERS)).toEqual(triggers);
      expect(new Set(triggers.map(({ enabled }) => enabled))).toEqual(new Set(['O', 'A']));
    });
  }

  async function opened(
    dataFolder: string,
    environment: Readonly<Record<string, string>>,
    look: (address: string) => Promise<void>,
  ): Promise<void> {
    const { office, url: address } = await openOffice({ dataFolder, environment });
    running.add(office);
    await look(address);
    await office.stop();
    running.delete(office);
  }
});

const NOW = `SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS time`;

const TRIGGERS = `SELECT tgrelid::regclass::text AS table, tgname::text AS name, tgenabled::text AS enabled
  FROM pg_trigger WHERE NOT tgisinternal AND tgrelid::regclass::text NOT LIKE 'pgboss.%' ORDER BY 1, 2`;

const manifestOf = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'database', 'manifest.json'), 'utf8')) as Manifest;

/** In an order that does not depend on where a server has put them. */
const rowsIn = (folder: string, table: string) =>
  gunzipSync(readFileSync(join(folder, 'database', `${table}.gz`)))
    .toString()
    .split('\n')
    .slice(0, -1)
    .sort();

async function rowsOf(dataFolder: string, sql: string): Promise<Record<string, string>[]> {
  return await asOwner(dataFolder, async (database) => (await database.query<Record<string, string>>(sql)).rows);
}

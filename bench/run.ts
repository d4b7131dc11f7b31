import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { interleaved, percentile, type Sample } from './measure';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { migrate } from '@patravali/schema';
import { createApi } from '../apps/api/src/create-api';
import { JsonLogger } from '../apps/api/src/http/request-log';
import { createOfficeDatabase, embeddedPostgres, PostgresCluster } from '../apps/office/src/postgres';
import { CLERK, ON_CLERKS_DESK, seed } from './seed';

const SMALL = 1_000;
const LARGE = Number(process.argv[3] ?? 100_000);
const ROUNDS = Number(process.argv[4] ?? 300);
const GOAL = 2;

type Get = (path: string) => Promise<unknown>;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'patravali-bench-'));
  const cluster = new PostgresCluster({
    folder: join(folder, 'cluster'),
    binaries: embeddedPostgres(18),
    superuserPassword: 'bench',
    settings: { fsync: 'off', max_wal_size: '2GB' },
  });
  await cluster.start();
  // Requests are timed, not logged.
  Object.assign(JsonLogger.prototype, { log: () => undefined });
  const apps: NestFastifyApplication[] = [];
  try {
    const gets: Get[] = [];
    for (const files of [SMALL, LARGE]) {
      const { app, get } = await office(cluster, folder, files);
      apps.push(app);
      gets.push(get);
    }
    await report(gets as [Get, Get]);
  } finally {
    for (const app of apps) await app.close();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function office(cluster: PostgresCluster, folder: string, files: number) {
  const database = `office_${files}`;
  const url = await createOfficeDatabase(cluster, { database, password: 'bench' });
  await migrate(url);
  const begin = Date.now();
  await seed(cluster.superuserUrl.replace(/postgres$/, database), files);
  console.log(`Seeded ${files} files in ${Math.round((Date.now() - begin) / 1000)} s.`);
  const app = await createApi({
    ...{
      port: 0,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1',
      dataFolder: join(folder, database),
      databaseUrl: url,
    },
    ...{
      demo: false,
      activePdfs: 'label',
      maxUploadBytes: 1_000_000,
      mail: { kind: 'none' },
      jobsInProcess: false,
      secureCookies: false,
    },
    trustedProxies: [],
    ...{
      sessionHours: 8,
      idleMinutes: 60,
      sessionsPerPerson: 10,
      uploadsPerDay: 500,
      uploadBytesPerDay: 2_147_483_648,
    },
  });
  await app.listen(0, '127.0.0.1');
  const base = `${await app.getUrl()}/api/v1`;
  const headers = { authorization: `Bearer ${CLERK.token}`, 'x-acting-post': CLERK.postId };
  const get: Get = async (path) => {
    const answer = await fetch(base + path, { headers });
    const body = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(body)}`);
    return body;
  };
  return { app, get };
}

async function report(gets: readonly [Get, Get]): Promise<void> {
  const desks = await Promise.all(
    gets.map(async (get) => ((await get(`/desk/inbox?limit=${ON_CLERKS_DESK}`)) as { items: { id: string }[] }).items),
  );
  let turn = 0;
  const aFile = (place: number) => desks[place]?.[turn++ % ON_CLERKS_DESK]?.id ?? '';
  const requests: Record<string, (get: Get, place: number) => Promise<unknown>> = {
    listInbox: (get) => get('/desk/inbox'),
    getDesk: (get) => get('/desk'),
    'getFile + listNotes + listMovements': async (get, place) => {
      const file = aFile(place);
      for (const part of ['', '/notes', '/movements']) await get(`/files/${file}${part}`);
    },
    getFileHistory: (get, place) => get(`/files/${aFile(place)}/history`),
    listSent: (get) => get('/desk/sent'),
    'findFiles (newest)': (get) => get('/files'),
    'findFiles (number)': (get) => get(`/files?q=${encodeURIComponent('A-11011/500/2026')}`),
    'findFiles (computer number)': (get) => get('/files?q=500'),
    'findFiles (Hindi word)': (get) => get(`/files?q=${encodeURIComponent('पेंशन')}`),
    'findFiles (two Hindi words)': (get) => get(`/files?q=${encodeURIComponent('सड़क लखनऊ')}`),
    listReceiptInbox: (get) => get('/desk/receipts'),
  };
  console.log(`\n| request | p50 ${SMALL} | p50 ${LARGE} | ratio | p95 ${SMALL} | p95 ${LARGE} | ratio | statements |`);
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const [name, act] of Object.entries(requests)) {
    const samples = await interleaved([() => done(act(gets[0], 0)), () => done(act(gets[1], 1))], {
      rounds: ROUNDS,
      warmUp: 30,
    });
    console.log(`| ${name} | ${columns(samples).join(' | ')} |`);
  }
  console.log(`\nThe goal is a ratio of at most ${GOAL} at the 95th percentile for the inbox and the file view.`);
}

function columns([small, large]: readonly [Sample, Sample]): string[] {
  const shares = [0.5, 0.95].flatMap((share) => {
    const [a, b] = [percentile(small.times, share), percentile(large.times, share)];
    return [`${a.toFixed(1)} ms`, `${b.toFixed(1)} ms`, (b / a).toFixed(2)];
  });
  const steady = small.steady && large.steady && small.statements === large.statements;
  return [...shares, steady ? `${small.statements}` : `${small.statements} ≠ ${large.statements}`];
}

async function done(act: Promise<unknown>): Promise<void> {
  await act;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { binariesOf } from '../../../../test/support/database/cluster';
import { createOfficeDatabase, embeddedPostgres, PostgresCluster, type PostgresMajor } from './index';

const QUICK = { fsync: 'off', full_page_writes: 'off' };

/** A folder that only its owner may enter, like a clone in a home directory. */
function aPrivateFolder(): string {
  return mkdtempSync(join(tmpdir(), 'patravali-cluster-'));
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded database', () => {
  let folder: string;
  let cluster: PostgresCluster;
  const aCluster = (major: PostgresMajor = 18) =>
    new PostgresCluster({
      folder: join(folder, 'postgres'),
      binaries: binariesOf(major),
      superuserPassword: 'अ secret/1',
      settings: QUICK,
    });

  beforeEach(() => {
    folder = aPrivateFolder();
    cluster = aCluster();
  });
  afterEach(async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('listens on this machine only, has checksums and finds Hindi by trigrams', async () => {
    await cluster.start();
    const url = await createOfficeDatabase(cluster, { database: 'office', password: 'p' });
    await ask(url, 'CREATE EXTENSION pg_trgm');
    const [facts] = await ask(
      url,
      `SELECT current_setting('listen_addresses') AS listens, current_setting('data_checksums') AS checksums,
              current_setting('server_encoding') AS encoding,
              'कार्यालय की पत्रावली' % 'पत्रावली' AS finds, usesuper AS super
       FROM pg_user WHERE usename = current_user`,
    );
    expect(facts).toEqual({
      listens: '127.0.0.1',
      checksums: 'on',
      encoding: 'UTF8',
      finds: true,
      super: false,
    });
    expect(statSync(join(folder, 'postgres')).mode & 0o077).toBe(0);
  });

  it('runs from a clone in a private folder, and its server may do no more than read there', async () => {
    const packaged = embeddedPostgres();
    const native = join(folder, 'native');
    cpSync(join(packaged.postgres, '..', '..'), native, { recursive: true, verbatimSymlinks: true });
    cluster = new PostgresCluster({
      folder: join(folder, 'postgres'),
      binaries: {
        major: 18,
        initdb: join(native, 'bin', 'initdb'),
        pgCtl: join(native, 'bin', 'pg_ctl'),
        postgres: join(native, 'bin', 'postgres'),
      },
      superuserPassword: 'secret',
      settings: QUICK,
    });
    await cluster.start();
    expect(await ask(cluster.superuserUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    const status = readFileSync(`/proc/${String(cluster.processId)}/status`, 'utf8');
    expect(/^Uid:\t0\t/m.test(status)).toBe(false);
    expect(['0000000000000000', '0000000000000004']).toContain(/^CapEff:\t(\w+)/m.exec(status)?.[1]);
  });

  it('lets nobody in without the password', async () => {
    await cluster.start();
    await expect(ask(cluster.url('postgres', 'guess', 'postgres'), 'SELECT 1')).rejects.toThrow(/password/);
  });

  it('keeps what was committed when it is killed, and comes back on the same port', async () => {
    await cluster.start();
    const url = cluster.superuserUrl;
    await ask(url, 'CREATE TABLE kept AS SELECT 1 AS value');
    const death = cluster.death();
    process.kill(cluster.processId ?? 0, 'SIGKILL');
    await death;
    await cluster.start();
    expect(cluster.superuserUrl).toBe(url);
    expect(await ask(url, 'SELECT value FROM kept')).toEqual([{ value: 1 }]);
  });

  it('replaces a server that a killed launcher left running', async () => {
    await cluster.start();
    await ask(cluster.superuserUrl, 'CREATE TABLE kept AS SELECT 1 AS value');
    const orphan = cluster.processId ?? 0;
    const next = aCluster();
    await next.start();
    try {
      expect(next.processId).not.toBe(orphan);
      expect(await ask(next.superuserUrl, 'SELECT value FROM kept')).toEqual([{ value: 1 }]);
    } finally {
      await next.stop();
    }
  });

  it('starts again from nothing when its creation was interrupted', async () => {
    mkdirSync(join(folder, 'postgres', '18.unfinished', 'base'), { recursive: true });
    await cluster.start();
    expect(await ask(cluster.superuserUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('does not touch a program that only has the process id of an earlier server', async () => {
    await cluster.start();
    await cluster.stop();
    const data = join(folder, 'postgres', '18');
    writeFileSync(join(data, 'postmaster.pid'), `${process.pid}\n${data}\n1\n1\n\n127.0.0.1\n\nready\n`);
    await cluster.stop();
    rmSync(join(data, 'postmaster.pid'));
    await cluster.start();
    expect(await ask(cluster.superuserUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('refuses the data of another version in a sentence', async () => {
    const older = aCluster(15);
    await older.start();
    await older.stop();
    await expect(cluster.start()).rejects.toMatchObject({ code: 'databaseOtherVersion' });
  });
});

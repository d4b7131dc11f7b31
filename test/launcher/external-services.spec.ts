import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openObjectStore } from '@patravali/storage';
import { Client } from 'pg';
import { createOfficeDatabase } from '../../apps/office/src/postgres';
import { startCluster } from '../support/database/cluster';
import { RunningOffice } from '../support/processes/running-office';
import { isS3Installed, startS3 } from '../support/processes/s3';

async function rowsOf<R extends object>(url: string, sql: string): Promise<[R, ...R[]]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<R>(sql)).rows as [R, ...R[]];
  } finally {
    await client.end();
  }
}

/** The demo office is seeded by the real commands of every area, so an office that shows it has done all the work. */
async function demoPeopleOf(url: string): Promise<unknown[]> {
  const answer = await fetch(`${url}/api/v1/welcome`);
  return ((await answer.json()) as { demoPeople: unknown[] }).demoPeople;
}

describe.each([15, 18] as const)('an office on a PostgreSQL %i of its own', (major) => {
  it('migrates it, works on it, and starts no other', async () => {
    const cluster = await startCluster(major);
    const url = await createOfficeDatabase(cluster, { database: 'office', password: 'secret' });
    const office = new RunningOffice({ environment: { DATABASE_URL: url, PATRAVALI_DEMO: 'small' } });
    try {
      const address = await office.url();
      expect((await fetch(`${address}/health/ready`)).status).toBe(200);
      expect(await demoPeopleOf(address)).not.toEqual([]);
      const [{ issues }] = await rowsOf<{ issues: number }>(url, 'SELECT count(*)::int AS issues FROM issue');
      expect(issues).toBeGreaterThan(0);
      expect(existsSync(join(office.dataFolder, 'postgres'))).toBe(false);
    } finally {
      await office.stop();
      await cluster.stop();
    }
  }, 600_000);
});

describe('an office whose database is away', () => {
  it('says that it cannot reach it, and ends', async () => {
    const office = new RunningOffice({ environment: { DATABASE_URL: 'postgres://office:secret@127.0.0.1:1/office' } });
    expect(await office.end()).toBe(1);
    expect(office.output).toContain('Cannot connect to the database of DATABASE_URL');
    expect(office.output).not.toContain('    at ');
    expect(office.output).not.toContain('secret');
  }, 300_000);
});

(isS3Installed() ? describe : describe.skip)('an office with an S3 store of its own (needs radosgw)', () => {
  it('keeps its documents there and in no folder', async () => {
    const store = await startS3();
    if (!store) throw new Error('radosgw is installed and did not start');
    const { endpoint, accessKey, secretKey, bucket, region } = store;
    const office = new RunningOffice({
      environment: {
        S3_ENDPOINT: endpoint,
        S3_ACCESS_KEY: accessKey,
        S3_SECRET_KEY: secretKey,
        S3_BUCKET: bucket,
        S3_REGION: region,
      },
    });
    try {
      const address = await office.url();
      expect((await fetch(`${address}/health/ready`)).status).toBe(200);
      expect(await demoPeopleOf(address)).not.toEqual([]);
      const { hostname, port } = new URL(endpoint);
      const s3 = { endpoint: hostname, port: Number(port), useSSL: false, accessKey, secretKey, bucket, region };
      const stored = new Set<string>();
      for await (const { sha256 } of openObjectStore({ s3, dataFolder: office.dataFolder }).list()) stored.add(sha256);
      expect(stored.size).toBeGreaterThan(5);
      expect(existsSync(join(office.dataFolder, 'objects'))).toBe(false);
    } finally {
      await office.stop();
      await store.stop();
    }
  }, 600_000);
});

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createOfficeDatabase } from '../../apps/office/src/postgres';
import { startCluster } from '../support/cluster';
import { RunningOffice } from '../support/running-office';

describe.each([15, 18] as const)('an office on a PostgreSQL %i of its own', (major) => {
  it('migrates it, works on it, and starts no other', async () => {
    const cluster = await startCluster(major);
    const url = await createOfficeDatabase(cluster, { database: 'office', password: 'secret' });
    const office = new RunningOffice({ environment: { DATABASE_URL: url } });
    try {
      const answer = await fetch(`${await office.url()}/health/ready`);
      expect(answer.status).toBe(200);
      expect(existsSync(join(office.dataFolder, 'postgres'))).toBe(false);
    } finally {
      await office.stop();
      await cluster.stop();
    }
  }, 120_000);
});

describe('an office whose database is away', () => {
  it('says that it cannot reach it, and ends', async () => {
    const office = new RunningOffice({ environment: { DATABASE_URL: 'postgres://office:secret@127.0.0.1:1/office' } });
    expect(await office.end()).toBe(1);
    expect(office.output).toContain('The database of DATABASE_URL does not let us in');
    expect(office.output).not.toContain('    at ');
    expect(office.output).not.toContain('secret');
  }, 60_000);
});

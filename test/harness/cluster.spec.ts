import { Client } from 'pg';
import { sharedServerUrl, startCluster } from '../support/database/cluster';

async function versionOf(url: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<{ server_version: string }>('SHOW server_version')).rows[0]?.server_version;
  } finally {
    await client.end();
  }
}

describe('the databases of the tests', () => {
  it('are one server for the whole run', async () => {
    const urls = await Promise.all([sharedServerUrl(), sharedServerUrl(), sharedServerUrl()]);
    expect(new Set(urls).size).toBe(1);
    expect(await versionOf(await sharedServerUrl())).toMatch(/^1[5-9]\./);
  });

  it('can also be the oldest PostgreSQL that the office supports', async () => {
    const cluster = await startCluster(15);
    try {
      expect(await versionOf(cluster.superuserUrl)).toMatch(/^15\./);
    } finally {
      await cluster.stop();
    }
  });
});

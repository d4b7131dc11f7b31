import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { withPasswordSlot } from '../../../libs/office/identity/src/password/with-password-slot';
import { useApi } from '../../support/http/api';
import { appointClerks, type Clerks } from '../../support/http/clerks';
import { sharedServerUrl } from '../../support/database/cluster';

describe('an office that cannot answer just now', () => {
  const api = useApi();
  let clerks: Clerks;
  beforeAll(async () => void (clerks = await appointClerks(api())));

  it('asks to come again when too many are signing in (429), and takes the next when they are done', async () => {
    const signIn = () => api().ask('post', '/api/v1/session', { body: { username: 'nobody', password: 'x' } });
    const { promise: finished, resolve: finish } = Promise.withResolvers<null>();
    const others = Array.from({ length: 402 }, () => withPasswordSlot(() => finished));
    const { body, headers } = await signIn();
    expect(body).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect(headers['retry-after']).toBe('3');
    finish(null);
    await Promise.all(others);
    expect((await signIn()).body).toMatchObject({ status: 401, code: 'wrong-credentials' });
  });

  it('says that the database is away (503) when it ends a request, and that it is not ready until it is back', async () => {
    const { office } = api();
    const desk = () => api().as(clerks.clerk, 'get', '/desk');
    const ready = () => api().ask('get', '/health/ready');
    expect([(await desk()).status, (await ready()).status]).toEqual([200, 200]);

    const name = new URL(office.config.databaseUrl).pathname.slice(1);
    const server = new Client({ connectionString: await sharedServerUrl() });
    const locking = new Client({ connectionString: office.config.databaseUrl });
    await Promise.all([server.connect(), locking.connect()]);
    // The owner's idle connections are ended with the others; without a listener that would end the test.
    office.owner.on('error', () => undefined);
    locking.on('error', () => undefined);
    const end = async (which: string) => {
      const ended = await server.query(
        `SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
         WHERE datname = $1 AND backend_type = 'client backend' AND ${which}`,
        [name],
      );
      return ended.rowCount ?? 0;
    };
    try {
      await locking.query('BEGIN; LOCK TABLE file_custody');
      const asked = desk();
      while ((await end(`wait_event_type = 'Lock'`)) === 0) await sleep(20);
      await server.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
      await end('true');
      for (const [answer, code] of [
        [await asked, 'database-unavailable'],
        [await ready(), 'office-not-ready'],
      ] as const) {
        expect(answer.body).toMatchObject({ status: 503, code });
        expect(answer.headers['retry-after']).toBe('5');
        expect(answer.text).not.toContain(name);
      }
    } finally {
      await server.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
      await Promise.allSettled([server.end(), locking.end()]);
    }
    expect([(await desk()).status, (await ready()).status]).toEqual([200, 200]);
  });
});

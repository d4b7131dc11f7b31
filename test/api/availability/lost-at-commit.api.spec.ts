import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { useApi } from '../../support/http/api';
import { appointClerks, type Clerks } from '../../support/http/clerks';
import { DatabaseProxy } from '../../support/database/database-proxy';

describe('a command whose connection to the database is lost at its COMMIT', () => {
  let proxy: DatabaseProxy;
  let clerks: Clerks;
  let behindProxy: NestFastifyApplication;
  // Before the office's own hook: it ends the connections that go through the proxy.
  afterAll(() => proxy.close());
  const api = useApi();
  beforeAll(async () => {
    clerks = await appointClerks(api());
    const { office } = api();
    proxy = await DatabaseProxy.before(office.config.databaseUrl);
    behindProxy = (await office.start({ databaseUrl: proxy.url })) as NestFastifyApplication;
  }, 60_000);

  const body = () => ({ headId: api().office.headId, subject: 'आपदा राहत' });
  const files = async () =>
    (await api().office.rows<{ count: number }>('SELECT count(*)::int FROM office_file'))[0]?.count;

  const waitingForAKey = async () =>
    (
      await api().office.rows<{ count: number }>(
        `SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'`,
      )
    )[0]?.count ?? 0;

  /** Presses the button; without a key when none is given. */
  const press = async (key?: string) => {
    const headers = {
      authorization: `Bearer ${await api().token(clerks.clerk)}`,
      'x-acting-post': clerks.clerk.postId,
    };
    const asking = request(behindProxy.getHttpServer()).post('/api/v1/files').set(headers).set('accept-language', 'en');
    return await (key === undefined ? asking : asking.set('idempotency-key', key)).send(body());
  };

  it.each(['before', 'after'] as const)(
    'is done once and answered, when it is lost %s it took effect',
    async (loss) => {
      const [key, before] = [randomUUID(), Number(await files())];
      proxy.loseNextCommit(loss);
      const first = await press(key);
      expect([proxy.hasLost, first.status]).toEqual([true, 201]);
      expect(await files()).toBe(before + 1);
      const again = await press(key);
      expect([again.status, again.body]).toEqual([201, first.body]);
      expect(await files()).toBe(before + 1);
    },
  );

  it('waits until it is certain that the lost transaction can have no effect any more', async () => {
    const [key, before] = [randomUUID(), Number(await files())];
    proxy.loseNextCommit('held');
    let over = false;
    const pressed = press(key).finally(() => (over = true));
    // Whoever asks for the outcome waits for the lost transaction to end: it holds the key.
    while ((await waitingForAKey()) === 0) await sleep(10);
    expect([proxy.hasLost, over, await files()]).toEqual([true, false, before]);
    proxy.release();
    expect((await pressed).status).toBe(201);
    expect(await files()).toBe(before + 1);
  });

  it('says that nobody knows while the database stays away; pressed again it is done once', async () => {
    const [key, before] = [randomUUID(), Number(await files())];
    proxy.loseNextCommit('after');
    const pressed = press(key);
    while (!proxy.hasLost) await sleep(1);
    proxy.refuse();
    const first = await pressed;
    expect(first.body).toMatchObject({ status: 503, code: 'outcome-unknown' });
    expect(first.body).not.toMatchObject({ detail: expect.stringContaining('Nothing was changed') as string });
    expect(first.headers['retry-after']).toBe('5');
    proxy.accept();
    expect((await press(key)).status).toBe(201);
    expect(await files()).toBe(before + 1);
  }, 30_000);

  it('says that nobody knows when it had no key, so that nobody takes it for undone', async () => {
    const before = Number(await files());
    proxy.loseNextCommit('after');
    expect((await press()).body).toMatchObject({ status: 503, code: 'outcome-unknown' });
    expect(await files()).toBe(before + 1);
  });

  it('has changed nothing when the connection was lost earlier, and says so', async () => {
    const before = Number(await files());
    proxy.refuse();
    expect((await press(randomUUID())).body).toMatchObject({ status: 503, code: 'database-unavailable' });
    proxy.accept();
    expect(await files()).toBe(before);
    expect((await press(randomUUID())).status).toBe(201);
  });
});

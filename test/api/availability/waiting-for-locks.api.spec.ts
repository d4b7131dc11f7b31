import type { Actor } from '@patravali/authorization';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { useApi } from '../../support/http/api';
import { appointClerks, type Clerks, openAFile } from '../../support/http/clerks';
import { WORDS } from '../../support/office/words';

/** More than there are connections. */
const WAITERS = 11;

describe('commands that wait for one file', () => {
  const api = useApi();
  let clerks: Clerks;
  beforeAll(async () => void (clerks = await appointClerks(api())));

  const forward = (by: Actor, fileId: string, to: Actor) =>
    api().as(by, 'post', `/files/${fileId}/forward`, {
      headers: { 'idempotency-key': randomUUID() },
      body: { toPostId: to.postId, ...WORDS },
    });

  /** Somebody holds the file's row for as long as `work` takes. */
  async function whileHeld<T>(fileId: string, work: () => Promise<T>): Promise<T> {
    const holder = await api().office.owner.connect();
    try {
      await holder.query('BEGIN');
      await holder.query('SELECT FROM file_custody WHERE file_id = $1 FOR UPDATE', [fileId]);
      return await work();
    } finally {
      await holder.query('ROLLBACK');
      holder.release();
    }
  }

  it('are told after a few seconds that somebody else is at work, and when to come again', async () => {
    const fileId = await openAFile(api(), clerks.clerk);
    const said = await whileHeld(fileId, () => forward(clerks.clerk, fileId, clerks.officer));
    expect(said.body).toMatchObject({ status: 503, code: 'being-changed' });
    expect(said.headers['retry-after']).toBe('5');
    expect((await forward(clerks.clerk, fileId, clerks.officer)).status).toBe(200);
  });

  it('are carried out when the wait is short, one after the other', async () => {
    const fileId = await openAFile(api(), clerks.clerk);
    const pressed = await whileHeld(fileId, async () => {
      const all = Array.from({ length: 4 }, () => forward(clerks.clerk, fileId, clerks.officer));
      while ((await waitingForLocks()) === 0) await sleep(10);
      return all;
    });
    const statuses = (await Promise.all(pressed)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status >= 500)).toEqual([]);
  });

  it(`leave connections to others, ${WAITERS} of them: who reads, and who forwards another file, is answered first`, async () => {
    const [stuck, another] = [await openAFile(api(), clerks.clerk), await openAFile(api(), clerks.stranger)];
    const done: string[] = [];
    await whileHeld(stuck, async () => {
      const waiters = Array.from({ length: WAITERS }, () =>
        forward(clerks.clerk, stuck, clerks.officer).then((answer) => (done.push('waiter'), answer)),
      );
      while ((await waitingForLocks()) === 0) await sleep(10);
      for (const [from, to] of [
        [clerks.stranger, clerks.officer],
        [clerks.officer, clerks.stranger],
      ] as const) {
        expect((await api().as(clerks.stranger, 'get', '/desk')).status).toBe(200);
        expect((await forward(from, another, to)).status).toBe(200);
        done.push('another');
      }
      const refused = (await Promise.all(waiters)).map(({ status }) => status);
      expect(new Set(refused)).toEqual(new Set([503]));
    });
    expect(done.slice(0, 2)).toEqual(['another', 'another']);
  }, 120_000);

  const waitingForLocks = async () => {
    const [row] = await api().office.rows<{ count: number }>(
      `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    return row?.count ?? 0;
  };
});

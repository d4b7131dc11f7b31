import type { Actor } from '@patravali/authorization';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, useApi } from '../support/http/api';
import { appointClerks, type Clerks, openAFile } from '../support/office/clerks';
import { p95, timeOf } from '../support/processes/pace';
import { WORDS } from '../support/office/words';

const WAITERS = 15;
const SAMPLES = 50;
/** Other programs share the machine: the best of some rounds counts. */
const ROUNDS = 3;
/** What a timer may be late. */
const JITTER_MS = 10;

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
      await sleep(700);
      return all;
    });
    const statuses = (await Promise.all(pressed)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status >= 500)).toEqual([]);
  });

  it(`leave other people as quick as they were, ${WAITERS} of them, who read and who forward another file`, async () => {
    const stuck = await openAFile(api(), clerks.clerk);
    const another = await openAFile(api(), clerks.stranger);
    let [from, to] = [clerks.stranger, clerks.officer];
    const times = async () => {
      const [reads, forwards]: [number[], number[]] = [[], []];
      for (let sample = 0; sample < SAMPLES; sample++) {
        reads.push(await timeOf(() => api().as(clerks.stranger, 'get', '/desk')));
        forwards.push(await timeOf(async () => expect((await forward(from, another, to)).status).toBe(200)));
        [from, to] = [to, from];
      }
      return { read: p95(reads), forward: p95(forwards) };
    };
    await times();
    const ratios: { read: number; forward: number }[] = [];
    const refused: Answer[] = [];
    for (let round = 0; round < ROUNDS && !ratios.some(isQuick); round++) {
      const quiet = await times();
      const busy = await whileHeld(stuck, async () => {
        let over = false;
        const waiters = Array.from({ length: WAITERS }, async () => {
          while (!over) refused.push(await forward(clerks.clerk, stuck, clerks.officer));
        });
        const measured = await times();
        over = true;
        await Promise.all(waiters);
        return measured;
      });
      ratios.push({
        read: (busy.read - JITTER_MS) / quiet.read,
        forward: (busy.forward - JITTER_MS) / quiet.forward,
      });
    }
    expect([ratios, ratios.some(isQuick)]).toEqual([ratios, true]);
    expect(new Set(refused.map(({ body }) => (body as { status: number }).status))).toEqual(new Set([503]));
  }, 180_000);
});

const twice = (ratio: number) => ratio <= 2;
const isQuick = (ratio: { read: number; forward: number }) => twice(ratio.read) && twice(ratio.forward);

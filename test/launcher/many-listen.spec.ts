import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { TestListener } from '../support/processes/listener';
import { useOffice } from '../support/office/office';
import { OfficeProcess } from '../support/processes/office-process';
import { WORDS } from '../support/office/words';

const LISTENERS = 1_000;
const LINES_OF_A_PERSON = 10;
const MOST_BYTES_EACH = 40 * 1024;
const AT_ONCE = 50;
/** By then the server has come to rest and given back what it no longer needs. */
const SETTLED_WITHIN_MS = 12_000;

describe('two processes of one office', () => {
  const running: OfficeProcess[] = [];
  const listening: TestListener[] = [];
  afterAll(async () => {
    for (const listener of listening) listener.hangUp();
    await Promise.all(running.map((each) => each.kill()));
  });
  const office = useOffice({ holds: 'section' });

  const start = async () => {
    const api = await OfficeProcess.api(office().config, { PATRAVALI_JOBS_IN_PROCESS: 'off' });
    running.push(api);
    return api;
  };
  const tokenOf = async (userId: string) => {
    const token = randomUUID().replaceAll('-', '');
    await office().rows(
      `INSERT INTO session (token_hash, organisation_id, user_id, demo, expires_at)
       VALUES ($1, $2, $3, false, clock_timestamp() + INTERVAL '1 hour')`,
      [createHash('sha256').update(token).digest('hex'), office().id, userId],
    );
    return token;
  };

  it('show at one what arrived through the other within a second, beside a thousand others who listen there at 40 KB each', async () => {
    const [here, there] = [await start(), await start()];
    const [clerk, officer] = [office().at('ASO'), office().at('SO')];
    const people: string[] = [];
    for (let count = 0; count < LISTENERS / LINES_OF_A_PERSON; count++) {
      people.push(await tokenOf((await office().actor()).userId));
    }
    const tokens = people.flatMap((token) => Array<string>(LINES_OF_A_PERSON).fill(token));
    const join = async (some: readonly string[]) => {
      for (let at = 0; at < some.length; at += AT_ONCE) {
        const lines = some.slice(at, at + AT_ONCE).map((token) => TestListener.at(there.origin, { token }));
        listening.push(...(await Promise.all(lines)));
      }
    };
    // The first come into a process that has not answered anybody yet, and has the garbage of its start to give back.
    await join(tokens);
    for (const listener of listening.splice(0)) listener.hangUp();
    const before = await atRest(there);
    await join(tokens);
    const each = Math.round(((await atRest(there)) - before) / LISTENERS);
    process.stdout.write(`${LISTENERS} idle listeners: ${(each / 1024).toFixed(1)} KB each\n`);
    expect(listening.every(({ status }) => status === 200)).toBe(true);
    expect(each).toBeLessThanOrEqual(MOST_BYTES_EACH);

    const listener = await TestListener.at(there.origin, { token: await tokenOf(officer.userId) });
    listening.push(listener);
    const clerksToken = await tokenOf(clerk.userId);
    const times: number[] = [];
    for (let turn = 0; turn < 10; turn++) {
      const { fileId } = await office().newFile(clerk);
      const sent = Date.now();
      const answer = await fetch(`${here.origin}/api/v1/files/${fileId}/forward`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${clerksToken}`,
          'x-acting-post': clerk.postId,
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
        },
        body: JSON.stringify({ toPostId: officer.postId, ...WORDS }),
      });
      expect([answer.status, answer.ok ? '' : await answer.text()]).toEqual([200, '']);
      const { at } = await listener.hears(
        ({ desks, files }) => desks.includes(officer.postId) && files.includes(fileId),
      );
      times.push(at - sent);
    }
    process.stdout.write(
      `An arrival was heard at the other process after ${times.sort((a, b) => a - b).join(', ')} ms\n`,
    );
    expect(Math.max(...times)).toBeLessThan(1_000);
  }, 240_000);
});

async function atRest(server: OfficeProcess): Promise<number> {
  let least = server.memory;
  const begun = Date.now();
  while (Date.now() - begun < SETTLED_WITHIN_MS) {
    await pause(500);
    least = Math.min(least, server.memory);
  }
  return least;
}

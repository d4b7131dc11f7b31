import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FileCreated, NumberHead, Page } from '@patravali/contract';
import { Client } from '../support/journeys/client';
import { asOwner } from '../support/processes/office-owner';
import { openOffice, type RunningOffice } from '../support/processes/running-office';
import { p95, timeOf } from '../support/processes/pace';
import { written } from '../../libs/platform/typesetting/test/samples';

/** How long the clerk works alone, and then as long beside the attacker. */
const MINUTES = Number(process.env.ATTACK_MINUTES ?? 0.25);
const INBOX_EVERY_MS = 250;
const AT_ONCE_MS = 10_000;
const FORWARDS_EVERY_MS = 2_000;
/** The programs of both share the processors with the office, and what the clerk waits for is mostly that. */
const SLOWED_AT_MOST = 3;
const ROOT = join(__dirname, '..', '..');
const RUN_SOURCE = join(ROOT, 'libs/platform/child-process/run-source.cjs');
const ATTACKER = join(ROOT, 'test/support/processes/attacker.ts');

interface Waited {
  readonly inbox: number[];
  readonly forwards: number[];
}

const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('a clerk beside somebody who asks without pause for whatever costs much', () => {
  let office: RunningOffice;
  let url: string;
  let attacker: ChildProcess | undefined;
  const environment = { PATRAVALI_REQUESTS_PER_SECOND: '30' };
  beforeAll(async () => ({ office, url } = await openOffice({ environment })), 300_000);
  afterAll(async () => {
    attacker?.kill('SIGKILL');
    await office.stop();
  }, 60_000);

  it(
    'reads his inbox and sends his files on as before, and nothing fails',
    async () => {
      const [clerk, colleague] = [await Client.signIn(() => url, 'vinod'), await Client.signIn(() => url, 'pooja')];
      await clerkWorks(clerk, colleague, 5_000);
      const quiet = await clerkWorks(clerk, colleague, MINUTES * 60_000);
      const attack = await beginAttack();
      // What one person may ask at once is through by then.
      await sleep(AT_ONCE_MS);
      const attacked = await clerkWorks(clerk, colleague, MINUTES * 60_000);
      const answered = await attack.end();
      for (const [name, times] of Object.entries({ quiet, attacked }))
        process.stdout.write(`${name}: inbox ${told(times.inbox)}, forwards ${told(times.forwards)}\n`);
      process.stdout.write(`The attacker was answered: ${JSON.stringify(answered)}\n`);
      const failed = Object.entries(answered).flatMap(([name, answers]) =>
        Object.keys(answers)
          .filter((answer) => !(Number(answer) < 500))
          .map((answer) => `${name} ${answer}`),
      );
      expect(failed).toEqual([]);
      expect(p95(attacked.inbox) / p95(quiet.inbox)).toBeLessThan(SLOWED_AT_MOST);
    },
    120_000 + 3 * MINUTES * 60_000,
  );

  /** As a program of its own, to which the machine gives what the office leaves: an attacker brings his own processors. */
  async function beginAttack() {
    const words = ['-n', '19', process.execPath, RUN_SOURCE, ATTACKER, url, 'imran'];
    const child = spawn('nice', words, { stdio: ['ignore', 'pipe', 'inherit'] });
    attacker = child;
    let output = '';
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    while (!output.includes('begun') && child.exitCode === null) await sleep(20);
    // Whoever has confirmed that it is he gets as far as the line before a process.
    await asOwner(office.dataFolder, (database) =>
      database.query(`UPDATE session SET confirmed_at = clock_timestamp() + INTERVAL '1 hour'`),
    );
    return {
      end: async () => {
        const closed = once(child, 'close');
        child.kill('SIGTERM');
        await closed;
        return JSON.parse(output.trim().split('\n').at(-1) ?? '') as Record<string, Record<string, number>>;
      },
    };
  }
});

/** Asks at fixed times, whatever the answers take: who waits for one asks the next no later. */
async function clerkWorks(clerk: Client, colleague: Client, duringMs: number): Promise<Waited> {
  const waited: Waited = { inbox: [], forwards: [] };
  const [head] = (await clerk.ask<Page<NumberHead>>('listNumberHeads')).items;
  const body = { headId: head?.id, subject: 'चारागाह की भूमि' };
  const { id: fileId } = await clerk.ask<FileCreated>('createFile', { body });
  const end = performance.now() + duringMs;
  const reads = async () => {
    const asked: Promise<unknown>[] = [];
    while (performance.now() < end) {
      asked.push(timeOf(() => clerk.ask('listInbox')).then((time) => waited.inbox.push(time)));
      await sleep(INBOX_EVERY_MS);
    }
    await Promise.all(asked);
  };
  const sends = async () => {
    for (let [from, to] = [clerk, colleague]; performance.now() < end; [from, to] = [to, from]) {
      const note = { text: written('परीक्षण किया गया।'), decision: null };
      const forward = { toPostId: to.postId, note, confirmNote: true };
      waited.forwards.push(await timeOf(() => from.ask('forwardFile', { params: { fileId }, body: forward })));
      await sleep(FORWARDS_EVERY_MS);
    }
  };
  await Promise.all([reads(), sends()]);
  return waited;
}

const told = (times: readonly number[]): string => {
  const middle = times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? NaN;
  return `p50 ${Math.round(middle)} ms, p95 ${Math.round(p95(times))} ms of ${times.length}`;
};

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '@patravali/authorization';
import { boundChildren, boundsOfMachine } from '@patravali/child-process';
import { RecentUse } from '@patravali/identity';
import { type Answer, useApi } from '../support/http/api';
import { aLetter, appointClerks, type Clerks, openAFile } from '../support/http/clerks';
import { childrenOf } from '../support/processes/own-children';
import { aRawPdf } from '../support/papers/hostile-pdfs';
import { slowedBy } from './growth';

/** Fewer than this machine would have, so that the bound is met. */
const BOUNDS = { processes: 5, megabytes: 1500 };
const AT_ONCE = 500;
/** What a person reads takes no longer than this many times what it takes alone, though the same process sends all the requests. */
const SLOWED_AT_MOST = 4;
const LOOKED_EVERY_MS = 20;
const LONG = 600_000;

const A_PDF = aRawPdf([
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
]);

const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('five hundred requests of one person at once', () => {
  const api = useApi();
  let clerks: Clerks;
  let file: string;
  beforeAll(async () => {
    clerks = await appointClerks(api());
    file = await openAFile(api(), clerks.clerk);
    boundChildren(BOUNDS);
    // How often one may ask within a minute is shown elsewhere: here everybody gets through to the lines.
    jest.spyOn(api().app.get(RecentUse), 'count').mockResolvedValue();
  });
  afterAll(() => boundChildren(boundsOfMachine()));

  const preview = (by: Actor, subject: string) => {
    const content = { ...aLetter(clerks.officer.postId), subject };
    return api().as(by, 'post', `/files/${file}/draft-preview`, { body: { content } });
  };
  const FLOODS: Readonly<Record<string, (by: Actor) => Promise<Answer>>> = {
    'keys of a token that are none': (by) =>
      api().as(by, 'post', '/signing-keys/token', {
        body: { certificates: Buffer.alloc(30_000, randomUUID()).toString('base64') },
      }),
    uploads: (by) =>
      api().as(by, 'post', '/documents', { headers: { 'content-type': 'application/pdf' }, raw: A_PDF as never }),
    previews: (by) => preview(by, randomUUID()),
  };

  it.each(Object.keys(FLOODS))(
    'make no more processes and take no more memory than the bound, and slow nobody: %s',
    async (name) => {
      const flood = FLOODS[name] as (by: Actor) => Promise<Answer>;
      const { clerk, officer } = clerks;
      const most = { processes: 0, megabytes: 0 };
      const whileFlooded = async (work: () => Promise<void>) => {
        const seen = watch(most);
        let isOver = false;
        const half = () => Array.from({ length: AT_ONCE / 2 }, () => flood(clerk));
        const before = half();
        const others = preview(officer, 'x');
        const all = Promise.all([...before, ...half()]).finally(() => (isOver = true));
        // Another person's comes to its turn among them.
        expect((await others).status).toBe(200);
        expect(isOver).toBe(false);
        await work();
        const answers = await all;
        seen.stop();
        expect(answers.filter(({ status }) => status >= 500).map(({ status, text }) => [status, text])).toEqual([]);
        const refused = answers.filter(({ status }) => status === 429);
        expect(refused.length).toBeGreaterThan(AT_ONCE / 2);
        for (const { headers } of refused) expect(Number(headers['retry-after'])).toBeGreaterThanOrEqual(10);
      };
      const inbox = () => api().as(officer, 'get', '/desk/inbox');
      expect(await slowedBy(whileFlooded, inbox)).toBeLessThan(SLOWED_AT_MOST);
      process.stdout.write(`${name}: at most ${most.processes} processes, ${Math.round(most.megabytes)} MiB\n`);
      expect(most.processes).toBeGreaterThan(0);
      expect(most.processes).toBeLessThanOrEqual(BOUNDS.processes);
      expect(most.megabytes).toBeLessThanOrEqual(BOUNDS.megabytes);
    },
    LONG,
  );
});

/** Notes the most child processes that there were at once, and the most memory. */
function watch(most: { processes: number; megabytes: number }): { stop(): void } {
  let isStopped = false;
  const look = async () => {
    while (!isStopped) {
      const children = childrenOf('-child');
      most.processes = Math.max(most.processes, children.length);
      most.megabytes = Math.max(
        most.megabytes,
        children.reduce((sum, id) => sum + megabytesOf(id), 0),
      );
      await pause(LOOKED_EVERY_MS);
    }
  };
  void look();
  return { stop: () => (isStopped = true) };
}

function megabytesOf(id: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${String(id)}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

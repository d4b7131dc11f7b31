import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { BusyWork } from '../test/busy-child';
import { ChildLanes, ChildProcessQueue, type QueueOptions } from './index';

/** Generous: a child that stands behind everybody else may wait long on a busy machine. */
const LIMITS = { processorMs: 30_000, wallMs: 120_000 };
const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('a queue before a child process', () => {
  const file = join(__dirname, '..', 'test', 'busy-child.ts');
  const opened: ChildProcessQueue<BusyWork>[] = [];
  const aQueue = (options: Partial<QueueOptions> = {}) => {
    const lane = new ChildLanes({ processes: 8, megabytes: 4_000 }).awaited;
    const limits = { lane, memoryKb: 4_000_000, heapMb: 128, usualMb: 60, idleMs: 60_000, atOnce: 1 };
    const queue = new ChildProcessQueue<BusyWork>({ file, ...limits, ...options });
    opened.push(queue);
    return queue;
  };
  afterEach(() => Promise.all(opened.splice(0).map((queue) => queue.close())));

  it('has as many children as may work at once, and a long job leaves one for the short', async () => {
    const queue = aQueue({ atOnce: 2, longAtOnce: 1 });
    const long = [1, 2].map(() =>
      queue.run('hang', undefined, { ...LIMITS, wallMs: 1500, long: true }).catch(() => 'late'),
    );
    const pids = new Set([await queue.run('whoAmI', undefined, LIMITS), await queue.run('whoAmI', undefined, LIMITS)]);
    expect(pids.size).toBe(1);
    expect(await Promise.all(long)).toEqual(['late', 'late']);
  });

  it('answers jobs in their order from one child, which gets no environment', async () => {
    const queue = aQueue();
    const [first, text, second] = await Promise.all([
      queue.run('whoAmI', undefined as never, LIMITS),
      queue.run('echo', 'पत्रावली', LIMITS),
      queue.run('whoAmI', undefined as never, LIMITS),
    ]);
    expect([first, text]).toEqual([second, 'पत्रावली']);
    const environment = await queue.run('environment', undefined, LIMITS);
    expect(environment.filter((name) => /PATH|HOME|PATRAVALI|DATABASE/.test(name))).toEqual([]);
  });

  it('puts every thread of a child behind those who wait for a page', async () => {
    const pid = await aQueue().run('whoAmI', undefined, LIMITS);
    const threads = readdirSync(`/proc/${pid}/task`).map((thread) => getPriority(Number(thread)));
    expect(threads.length).toBeGreaterThan(1);
    for (const priority of threads) expect(priority).toBe(Math.min(getPriority() + 10, 19));
    expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).toContain(process.execPath);
  });

  it('puts a child that gives way behind the other sessions of the machine, of which the database is one', async () => {
    const group = (pid: number) => readFileSync(`/proc/${pid}/autogroup`, 'utf8').trim();
    const queue = aQueue({ atOnce: 2, givesWay: true });
    const pids = await Promise.all([
      queue.run('whoAmI', undefined, LIMITS),
      queue.run('whoAmI', undefined as never, LIMITS),
    ]);
    const sessions = new Set([process.pid, ...pids].map(sessionOf));
    expect(sessions.size).toBe(1 + new Set(pids).size);
    // Not every Linux shares out by sessions.
    if (existsSync(SESSIONS)) for (const pid of pids) expect(group(pid)).toMatch(/ nice 5$/);
  });

  it('keeps a processor free of those that give way', async () => {
    const mayUse = (pid: number) =>
      /^Cpus_allowed_list:\s*(.*)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '';
    const all = mayUse(process.pid);
    const left = mayUse(await aQueue({ givesWay: true }).run('whoAmI', undefined, LIMITS));
    // A machine with one has none to keep.
    if (/^\d+$/.test(all)) expect(left).toBe(all);
    else expect(Number.parseInt(left, 10)).toBeGreaterThan(Number.parseInt(all, 10));
  });

  it('ends the child when no job has come for a while, and starts another', async () => {
    const queue = aQueue({ idleMs: 50 });
    const first = await queue.run('whoAmI', undefined, LIMITS);
    for (let waited = 0; lives(first) && waited < 10_000; waited += 50) await pause(50);
    expect(lives(first)).toBe(false);
    expect(await queue.run('whoAmI', undefined as never, LIMITS)).not.toBe(first);
  });

  it('gives each job a child of its own when none may rest', async () => {
    const queue = aQueue({ idleMs: 0 });
    const [first, second] = [
      await queue.run('whoAmI', undefined, LIMITS),
      await queue.run('whoAmI', undefined, LIMITS),
    ];
    expect(second).not.toBe(first);
  });

  it.each([
    ['refuses it', 'refuse', 'unfit', LIMITS],
    ['takes more of the processor than it may', 'burn', 'late', { ...LIMITS, processorMs: 1500 }],
    ['is given too little of the processor', 'burn', 'starved', { ...LIMITS, wallMs: 300 }],
    ['takes too much memory', 'hog', 'died', LIMITS],
    ['takes more of the processor than its process may in its life', 'burn', 'died', LIMITS],
  ] as const)('fails a job whose child %s, and does the next', async (_, kind, reason, options) => {
    const queue = aQueue({ cpuSeconds: 3 });
    const [failing, next] = [queue.run(kind, 'no', options), queue.run('echo', 'next', LIMITS)];
    await expect(failing).rejects.toMatchObject({ name: 'ChildProcessFailed', reason });
    expect(await next).toBe('next');
  });

  it('fails a job that waits for something else than the processor for too long', async () => {
    const queue = aQueue();
    await queue.run('echo', '', LIMITS);
    const hanging = queue.run('hang', undefined, { ...LIMITS, wallMs: 1500 });
    await expect(hanging).rejects.toMatchObject({ reason: 'late' });
  });

  it('counts the processor time of a job anew at each step that it reports', async () => {
    const seen: number[] = [];
    const queue = aQueue();
    await queue.run('echo', '', LIMITS);
    await queue.run('step', 10, { ...LIMITS, processorMs: 1_200, onProgress: (step) => seen.push(step) });
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('refuses when too many wait, and everything once it is closed', async () => {
    const queue = aQueue({ waiting: 1 });
    const taken = [queue.run('echo', 'a', LIMITS), queue.run('echo', 'b', LIMITS)];
    await expect(queue.run('echo', 'c', LIMITS)).rejects.toMatchObject({ code: 'too-busy' });
    expect(await Promise.all(taken)).toEqual(['a', 'b']);
    const waiting = expect(queue.run('echo', 'd', LIMITS)).rejects.toMatchObject({ reason: 'closed' });
    await queue.close();
    await waiting;
    await expect(queue.run('echo', 'e', LIMITS)).rejects.toMatchObject({ reason: 'closed' });
  });
});

const SESSIONS = '/proc/self/autogroup';

/** The sixth place of /proc/…/stat. */
function sessionOf(pid: number): string {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[3] ?? '';
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

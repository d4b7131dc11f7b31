import type { ChildProcess } from 'node:child_process';
import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { LoopWatch } from './loop-watch';

const LOOK_MS = 1;
/** More than it takes to find that a process does nothing. */
const MANY_LOOKS = 100;

/** What a watch sees of a child that lives: its open files, of which the fifth has its reports. */
class Watched {
  readonly reports = new PassThrough();
  exitCode: number | null = null;
  readonly signalCode = null;
  readonly pid = 1;
  readonly stdio = [null, null, null, null, this.reports];
  standstills = 0;
  looks = 0;

  watch(statesAt: () => readonly string[]): void {
    const states = () => {
      this.looks++;
      return statesAt();
    };
    void new LoopWatch(this as unknown as ChildProcess, () => this.standstills++, states).watch(LOOK_MS);
  }
}

describe('a process that is watched', () => {
  let child: Watched;
  beforeEach(() => (child = new Watched()));
  afterEach(() => (child.exitCode = 0));
  const manyLooks = async () => {
    while (child.looks < MANY_LOOKS) await sleep(LOOK_MS);
  };

  it('stands still when it says so, busy as it is', async () => {
    child.watch(() => ['R']);
    child.reports.write('..!');
    while (child.standstills === 0) await sleep(LOOK_MS);
  });

  it('stands still when nothing is heard and nothing of it so much as wants the processor', async () => {
    child.watch(() => ['S', 'S', 'T']);
    while (child.standstills === 0) await sleep(LOOK_MS);
    expect(child.looks).toBeGreaterThanOrEqual(30);
  });

  it.each<[string, readonly string[]]>([
    ['waits for a processor', ['S', 'R']],
    ['waits for the disk', ['D', 'S']],
    ['is one of which the system tells nothing', []],
  ])('does not while it %s, however long nothing is heard', async (_, states) => {
    child.watch(() => states);
    await manyLooks();
    expect(child.standstills).toBe(0);
  });

  it('does not while it reports that its loop turns', async () => {
    child.watch(() => {
      child.reports.write('.');
      return ['S'];
    });
    await manyLooks();
    expect(child.standstills).toBe(0);
  });
});

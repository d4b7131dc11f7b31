import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { setImmediate as afterReading, setTimeout as sleep } from 'node:timers/promises';
import { hasEnded } from './end-child';
import { REPORTS, STANDS } from './loop/loop-reports';
import { threadStates } from './process-facts';

const LOOKED_AT_EVERY_MS = 2000;
/** So many looks in a row, a minute at least, at a process that does nothing and is kept from nothing. */
const ASLEEP_FOR_LOOKS = 30;
/** Waits for something, or was stopped from outside. One that runs, waits for the processor or for the disk has another state. */
const ASLEEP = ['S', 'T'];

/**
 * Watches a child that reports on its event loop. It stands still when the loop has not turned though the process had the processor
 * for long, which the child reports; or when nothing is heard and none of its threads so much as wants the processor, as after SIGSTOP.
 * What gets no processor is never taken for dead, however long that lasts.
 */
export class LoopWatch {
  private looksAsleep = 0;

  constructor(
    private readonly child: ChildProcess,
    private readonly onStandstill: () => void,
    private readonly states: (processId: number) => readonly string[] = threadStates,
  ) {
    const reports = child.stdio[REPORTS] as Readable | null | undefined;
    reports?.on('data', (words: Buffer) => this.hear(words));
    reports?.on('error', () => undefined);
  }

  /** Looks for as long as it lives. */
  async watch(everyMs = LOOKED_AT_EVERY_MS): Promise<void> {
    while (!hasEnded(this.child)) {
      await sleep(everyMs, undefined, { ref: false });
      // This process may have been starved too: what has been reported is heard first.
      await afterReading();
      this.look();
    }
  }

  private hear(words: Buffer): void {
    this.looksAsleep = 0;
    if (words.includes(STANDS)) this.onStandstill();
  }

  private look(): void {
    const states = this.child.pid === undefined ? [] : this.states(this.child.pid);
    const isAsleep = states.length > 0 && states.every((state) => ASLEEP.includes(state));
    this.looksAsleep = isAsleep ? this.looksAsleep + 1 : 0;
    if (this.looksAsleep >= ASLEEP_FOR_LOOKS) this.onStandstill();
  }
}

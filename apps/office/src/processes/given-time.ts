import { readFileSync } from 'node:fs';

const NS_PER_MS = 1_000_000;

/**
 * How long a process could have worked, and this one could have heard it: the time that went by without that for which they stood
 * in the queue for a processor. On an overloaded machine a good process gets little done in a minute; a bad one is silent
 * while nothing holds it up.
 */
export class GivenTime {
  private readonly begun: number;
  private readonly queuedBefore: number;

  constructor(
    private readonly processId: number,
    private readonly now: () => number = () => performance.now(),
    private readonly queuedMs: (processId: number) => number = queuedOnLinux,
  ) {
    this.begun = now();
    this.queuedBefore = this.queued();
  }

  /** Since this was made. */
  ms(): number {
    return Math.max(0, this.now() - this.begun - Math.max(0, this.queued() - this.queuedBefore));
  }

  private queued(): number {
    return this.queuedMs(this.processId) + this.queuedMs(process.pid);
  }
}

/** Of its first thread, which in Node is the one that answers. Where the system does not tell, none: then all time counts. */
function queuedOnLinux(processId: number): number {
  try {
    const [, queuedNs] = readFileSync(`/proc/${processId}/schedstat`, 'utf8').split(' ');
    return Number(queuedNs) / NS_PER_MS || 0;
  } catch {
    return 0;
  }
}

import type { Work } from './answer-jobs';
import { ChildProcessFailed } from './child-process-failed';
import { JobChild, type JobChildOptions, type JobOptions } from './job-child';
import { Turns, type TurnsOptions } from './turns/turns';

export type QueueOptions = JobChildOptions & TurnsOptions;

export interface QueuedJobOptions extends JobOptions {
  /** Takes longer than somebody who is writing would wait for. */
  readonly long?: boolean;
}

type Output<Do extends Work[string]> = Awaited<ReturnType<Do>>;

/** Gives jobs in turn to child processes, as many as may work at once. Only the job fails whose process does. */
export class ChildProcessQueue<W extends Work> {
  private readonly turns: Turns;
  private readonly children: readonly JobChild[];
  private closed = false;

  constructor(options: QueueOptions) {
    this.turns = new Turns(options);
    this.children = Array.from({ length: options.atOnce }, () => new JobChild(options));
  }

  /** Resolves with what the child answers. @throws ChildProcessFailed, and TooBusy when too many wait. */
  async run<Kind extends keyof W & string>(
    kind: Kind,
    input: Parameters<W[Kind]>[0],
    { long = false, ...options }: QueuedJobOptions,
  ): Promise<Output<W[Kind]>> {
    if (this.closed) throw new ChildProcessFailed('closed');
    const output = await this.turns.take(() => this.freeChild().run(kind, input, options), { long });
    return output as Output<W[Kind]>;
  }

  /** Ends the children; what is in work or waits fails. */
  async close(): Promise<void> {
    this.closed = true;
    this.turns.close(() => new ChildProcessFailed('closed'));
    await Promise.all(this.children.map((child) => child.close()));
  }

  /** There is one: as many children as turns at once. */
  private freeChild(): JobChild {
    const free = this.children.filter(({ isFree }) => isFree);
    const child = free.find(({ isWarm }) => isWarm) ?? free[0];
    if (!child || this.closed) throw new ChildProcessFailed('closed');
    return child;
  }
}

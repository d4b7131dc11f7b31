import type { Work } from './answer-jobs';
import { ChildProcessFailed } from './child-process-failed';
import { JobChild, type JobChildOptions, type JobOptions } from './job-child';
import { WorkKind, type WorkLimits } from './turns/turns';

export type QueueOptions = JobChildOptions & WorkLimits;

export interface QueuedJobOptions extends JobOptions {
  /** Takes longer than somebody who is writing would wait for. */
  readonly long?: boolean;
}

type Output<Do extends Work[string]> = Awaited<ReturnType<Do>>;

/** Gives jobs in turn to child processes, as many as may work at once. Only the job fails whose process does. */
export class ChildProcessQueue<W extends Work> {
  private readonly kind: WorkKind;
  /** As many as ever were at work at once. */
  private readonly children: JobChild[] = [];
  private closed = false;

  constructor(private readonly options: QueueOptions) {
    this.kind = new WorkKind(options);
  }

  /** Resolves with what the child answers. @throws ChildProcessFailed, and TooBusy when too many wait. */
  async run<Kind extends keyof W & string>(
    kind: Kind,
    input: Parameters<W[Kind]>[0],
    { long = false, ...options }: QueuedJobOptions,
  ): Promise<Output<W[Kind]>> {
    if (this.closed) throw new ChildProcessFailed('closed');
    const work = () => this.freeChild().run(kind, input, options);
    const output = await this.options.lane.take(work, { long, kind: this.kind });
    return output as Output<W[Kind]>;
  }

  /** Ends the children; what is in work or waits fails. */
  async close(): Promise<void> {
    this.closed = true;
    this.options.lane.close(this.kind, () => new ChildProcessFailed('closed'));
    await Promise.all(this.children.map((child) => child.close()));
  }

  /** A warm one if there is; no more than there are turns at once. */
  private freeChild(): JobChild {
    if (this.closed) throw new ChildProcessFailed('closed');
    const free = this.children.filter(({ isFree }) => isFree);
    const child = free.find(({ isWarm }) => isWarm) ?? free[0];
    if (child) return child;
    const another = new JobChild(this.options);
    this.children.push(another);
    return another;
  }
}

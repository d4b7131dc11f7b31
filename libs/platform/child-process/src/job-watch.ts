import { isWaiting, processorTimeOf } from './processor-time';

export interface JobLimits {
  /** Processor time for the job, in milliseconds; watched where the system tells it (Linux). */
  readonly processorMs: number;
  /**
   * Wall time from the moment the child gets the job, in milliseconds. It ends what hangs, so it is generous: on a busy machine a child
   * waits for the processor many times as long as it works.
   */
  readonly wallMs: number;
}

/** A limit that a job went over. */
export interface Overdue {
  readonly limit: string;
  /** It would have gone on if the machine had let it: that it is late says nothing of the job. */
  readonly isStarved: boolean;
}

const LOOKED_AT_EVERY_MS = 100;

/** Tells, once, that a job of this process went over one of its limits. */
export class JobWatch {
  private readonly deadline: NodeJS.Timeout;
  private readonly looking: NodeJS.Timeout;
  private before: number | null;
  private restarts = 0;
  private isStopped = false;

  constructor(
    private readonly processId: number | undefined,
    { processorMs, wallMs }: JobLimits,
    tell: (overdue: Overdue) => void,
  ) {
    const end = (limit: string, isStarved: () => boolean) => {
      const seen = this.restarts;
      // A step that was reported while this process itself got no time is heard only after its timers.
      setImmediate(() => {
        if (this.isStopped || this.restarts !== seen) return;
        this.stop();
        tell({ limit, isStarved: isStarved() });
      });
    };
    this.before = processorTimeOf(processId);
    this.deadline = setTimeout(() => end(`${wallMs} ms`, () => isWaiting(processId)), wallMs);
    this.looking = setInterval(() => {
      const now = processorTimeOf(processId);
      if (this.before === null || now === null || now - this.before <= processorMs) return;
      end(`${processorMs} ms of processor time`, () => false);
    }, LOOKED_AT_EVERY_MS);
  }

  /** What the job has had until now does not count. */
  restart(): void {
    this.restarts++;
    this.before = processorTimeOf(this.processId);
    this.deadline.refresh();
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.deadline);
    clearInterval(this.looking);
  }
}

import type { ChildProcess, StdioOptions } from 'node:child_process';
import type { Socket } from 'node:net';
import type { AnswerMessage, JobMessage, Progress } from './answer-jobs';
import { ChildProcessFailed } from './child-process-failed';
import { type JobLimits, JobWatch, type Overdue } from './job-watch';
import type { ChildLane } from './lanes/child-lane';
import type { ProcessPlace } from './lanes/process-room';
import { type ChildLimits, entryOf, startChildIn } from './start-child';

export interface JobChildOptions extends ChildLimits {
  /** The file that the child runs, which calls `answerJobs`: absolute, from the sources or from the build. */
  readonly file: string;
  /** How long the child waits for its next job before it ends; 0 gives every job a process of its own. */
  readonly idleMs: number;
  /** In which it lives, and takes its turns. */
  readonly lane: ChildLane;
  /** What it takes of the memory as a rule, in mebibytes. */
  readonly usualMb: number;
}

/** Both limits count from the moment the child gets the job, and anew at each step that it reports. */
export interface JobOptions extends JobLimits {
  readonly onProgress?: Progress;
  /** Ends the process when it is aborted. */
  readonly signal?: AbortSignal | undefined;
}

interface Job extends JobMessage, Omit<JobOptions, 'signal'> {
  readonly resolve: (output: unknown) => void;
  readonly reject: (failure: ChildProcessFailed) => void;
}

const KEPT_COMPLAINT_CHARACTERS = 2000;
const STDIO: StdioOptions = ['ignore', 'ignore', 'pipe', 'ipc'];

/**
 * A process for one job at a time: started when the first comes, ended when none has come for a while, and started again
 * when it died. A job that goes over its limits takes it down and nothing else.
 */
export class JobChild {
  private isTaken = false;
  private isClosed = false;
  private current: { readonly job: Job; readonly watch: JobWatch } | undefined;
  private child: ChildProcess | undefined;
  private place: ProcessPlace | undefined;
  private idleTimer: NodeJS.Timeout | undefined;
  private lastId = 0;

  constructor(private readonly options: JobChildOptions) {}

  get isFree(): boolean {
    return !this.isTaken;
  }

  /** Has a process that waits: it need not be started, and remembers what it did. */
  get isWarm(): boolean {
    return this.child !== undefined;
  }

  /** Only when it is free, and within a turn of its lane. @throws ChildProcessFailed */
  async run(kind: string, input: unknown, { signal, ...options }: JobOptions): Promise<unknown> {
    const giveUp = () => {
      void this.end();
      this.finish((job) => job.reject(new ChildProcessFailed('unwanted')));
    };
    this.isTaken = true;
    try {
      const child = await this.ready(signal);
      if (this.child !== child) throw new ChildProcessFailed(this.isClosed ? 'closed' : 'died', 'before it began');
      signal?.addEventListener('abort', giveUp);
      return await this.begin(child, { kind, input, ...options });
    } finally {
      signal?.removeEventListener('abort', giveUp);
      this.isTaken = false;
    }
  }

  /** The process that waits, or a new one as soon as there is a place for it. */
  private async ready(signal: AbortSignal | undefined): Promise<ChildProcess> {
    if (signal?.aborted) throw new ChildProcessFailed('unwanted');
    clearTimeout(this.idleTimer);
    this.place?.work();
    if (this.child) return this.child;
    const { lane, usualMb } = this.options;
    const place = await lane.enter(usualMb);
    if (!signal?.aborted && !this.isClosed) return (this.child = this.start(place));
    place.leave();
    throw new ChildProcessFailed(this.isClosed ? 'closed' : 'unwanted');
  }

  private begin(child: ChildProcess, what: Omit<JobOptions, 'signal'> & Pick<Job, 'kind' | 'input'>): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = ++this.lastId;
      const { kind, input } = what;
      const job = { ...what, id, resolve, reject };
      this.current = { job, watch: new JobWatch(child.pid, job, (overdue) => this.endOverdue(job, overdue)) };
      holdParent(child, true);
      child.send({ id, kind, input } satisfies JobMessage, (error) => error && this.onExit(child, error.message));
    });
  }

  /** Ends the process; what is in work fails. */
  async close(): Promise<void> {
    this.isClosed = true;
    this.finish((job) => job.reject(new ChildProcessFailed('closed')));
    await this.end();
  }

  private start(place: ProcessPlace): ChildProcess {
    const onOvergrown = (grown: ChildProcess) => this.endOvergrown(grown);
    const child = startChildIn(place, onOvergrown, entryOf(this.options.file), this.options, STDIO);
    this.place = place;
    let complaint = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-KEPT_COMPLAINT_CHARACTERS);
    });
    child.on('message', (message: AnswerMessage) => this.onMessage(message));
    child.on('error', ({ message }) => this.onExit(child, message));
    child.on('close', (code, signal) => this.onExit(child, `${signal ?? code ?? ''} ${complaint}`));
    child.once(child.pid === undefined ? 'error' : 'close', () => place.leave());
    return child;
  }

  private onMessage(message: AnswerMessage): void {
    if (this.current?.job.id !== message.id) return;
    if ('progress' in message) {
      this.current.watch.restart();
      this.current.job.onProgress?.(message.progress);
      return;
    }
    this.rest();
    this.finish((job) =>
      'output' in message ? job.resolve(message.output) : job.reject(new ChildProcessFailed('unfit', message.failure)),
    );
  }

  private finish(tell: (job: Job) => void): void {
    if (!this.current) return;
    const { job, watch } = this.current;
    watch.stop();
    this.current = undefined;
    tell(job);
  }

  private endOverdue(job: Job, { limit, isStarved }: Overdue): void {
    void this.end();
    this.finish(() => job.reject(new ChildProcessFailed(isStarved ? 'starved' : 'late', `${job.kind}: ${limit}`)));
  }

  private endOvergrown(child: ChildProcess): void {
    if (this.child !== child) return;
    void this.end();
    this.finish((job) => job.reject(new ChildProcessFailed('starved', `${job.kind}: of memory`)));
  }

  private onExit(child: ChildProcess, why: string): void {
    if (this.child !== child) return;
    this.child = undefined;
    this.place = undefined;
    child.kill('SIGKILL');
    this.finish((job) => job.reject(new ChildProcessFailed('died', why.trim())));
  }

  private rest(): void {
    if (this.options.idleMs === 0) void this.end();
    if (!this.child) return;
    this.idleTimer = setTimeout(() => void this.end(), this.options.idleMs).unref();
    holdParent(this.child, false);
    // It may be ended at once, for another that waits for a place.
    this.place?.rest(() => this.end());
  }

  private async end(): Promise<void> {
    const { child } = this;
    clearTimeout(this.idleTimer);
    if (!child) return;
    this.child = undefined;
    this.place = undefined;
    const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
    child.kill('SIGKILL');
    await gone;
  }
}

/** A child at work keeps its parent alive; an idle one must not, or a command that set one letter would linger. */
function holdParent(child: ChildProcess, hold: boolean): void {
  for (const part of [child, child.channel, child.stderr as Socket | null]) part?.[hold ? 'ref' : 'unref']();
}

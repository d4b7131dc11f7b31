import type { ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import type { AnswerMessage, JobMessage, Progress } from './answer-jobs';
import { ChildProcessFailed } from './child-process-failed';
import { type JobLimits, JobWatch, type Overdue } from './job-watch';
import { type ChildLimits, entryOf, startChild } from './start-child';

export interface JobChildOptions extends ChildLimits {
  /** The file that the child runs, which calls `answerJobs`: absolute, from the sources or from the build. */
  readonly file: string;
  /** How long the child waits for its next job before it ends; 0 gives every job a process of its own. */
  readonly idleMs: number;
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

/**
 * A process for one job at a time: started when the first comes, ended when none has come for a while, and started again
 * when it died. A job that goes over its limits takes it down and nothing else.
 */
export class JobChild {
  private current: { readonly job: Job; readonly watch: JobWatch } | undefined;
  private child: ChildProcess | undefined;
  private idleTimer: NodeJS.Timeout | undefined;
  private lastId = 0;

  constructor(private readonly options: JobChildOptions) {}

  get isFree(): boolean {
    return this.current === undefined;
  }

  /** Has a process that waits: it need not be started, and remembers what it did. */
  get isWarm(): boolean {
    return this.child !== undefined;
  }

  /** Only when it is free. @throws ChildProcessFailed */
  async run(kind: string, input: unknown, { signal, ...options }: JobOptions): Promise<unknown> {
    const giveUp = () => {
      void this.end();
      this.finish((job) => job.reject(new ChildProcessFailed('unwanted')));
    };
    if (signal?.aborted) throw new ChildProcessFailed('unwanted');
    signal?.addEventListener('abort', giveUp);
    return await this.begin(kind, input, options).finally(() => signal?.removeEventListener('abort', giveUp));
  }

  private begin(kind: string, input: unknown, options: Omit<JobOptions, 'signal'>): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = ++this.lastId;
      const job = { id, kind, input, ...options, resolve, reject };
      clearTimeout(this.idleTimer);
      const child = (this.child ??= this.start());
      this.current = { job, watch: new JobWatch(child.pid, job, (overdue) => this.endOverdue(job, overdue)) };
      holdParent(child, true);
      child.send({ id, kind, input } satisfies JobMessage, (error) => error && this.onExit(child, error.message));
    });
  }

  /** Ends the process; what is in work fails. */
  async close(): Promise<void> {
    this.finish((job) => job.reject(new ChildProcessFailed('closed')));
    await this.end();
  }

  private start(): ChildProcess {
    const child = startChild(entryOf(this.options.file), this.options, ['ignore', 'ignore', 'pipe', 'ipc']);
    let complaint = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-KEPT_COMPLAINT_CHARACTERS);
    });
    child.on('message', (message: AnswerMessage) => this.onMessage(message));
    child.on('error', ({ message }) => this.onExit(child, message));
    child.on('close', (code, signal) => this.onExit(child, `${signal ?? code ?? ''} ${complaint}`));
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

  private onExit(child: ChildProcess, why: string): void {
    if (this.child !== child) return;
    this.child = undefined;
    child.kill('SIGKILL');
    this.finish((job) => job.reject(new ChildProcessFailed('died', why.trim())));
  }

  private rest(): void {
    if (this.options.idleMs === 0) void this.end();
    if (!this.child) return;
    this.idleTimer = setTimeout(() => void this.end(), this.options.idleMs).unref();
    holdParent(this.child, false);
  }

  private async end(): Promise<void> {
    const { child } = this;
    clearTimeout(this.idleTimer);
    if (!child) return;
    this.child = undefined;
    const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
    child.kill('SIGKILL');
    await gone;
  }
}

/** A child at work keeps its parent alive; an idle one must not, or a command that set one letter would linger. */
function holdParent(child: ChildProcess, hold: boolean): void {
  for (const part of [child, child.channel, child.stderr as Socket | null]) part?.[hold ? 'ref' : 'unref']();
}

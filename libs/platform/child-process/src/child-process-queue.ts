import type { ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import type { AnswerMessage, JobMessage, Progress, Work } from './answer-jobs';
import { ChildProcessFailed } from './child-process-failed';
import { type ChildLimits, entryOf, startChild } from './start-child';

export interface QueueOptions extends ChildLimits {
  /** The file that the child runs, which calls `answerJobs`: absolute, from the sources or from the build. */
  readonly file: string;
  /** How long the child waits for its next job before it ends; 0 gives every job a process of its own. */
  readonly idleMs: number;
  /** How many jobs may wait behind the one in work. */
  readonly capacity: number;
}

export interface JobOptions {
  /** Counted from the moment the child gets the job, and anew at each step that it reports. */
  readonly timeoutMs: number;
  readonly onProgress?: Progress;
}

interface Job extends JobMessage, JobOptions {
  readonly resolve: (output: unknown) => void;
  readonly reject: (failure: ChildProcessFailed) => void;
}

type Output<Do extends Work[string]> = Awaited<ReturnType<Do>>;

const KEPT_COMPLAINT_CHARACTERS = 2000;

/**
 * Gives jobs one by one to a child process, which it starts when the first comes, ends when none has come for a while,
 * and starts again when it died. A job that is late takes its child down with it and nothing else.
 */
export class ChildProcessQueue<W extends Work> {
  private readonly waiting: Job[] = [];
  private current: { readonly job: Job; readonly deadline: NodeJS.Timeout } | undefined;
  private child: ChildProcess | undefined;
  private idleTimer: NodeJS.Timeout | undefined;
  private lastId = 0;
  private closed = false;

  constructor(private readonly options: QueueOptions) {}

  /** Resolves with what the child answers. @throws ChildProcessFailed */
  async run<Kind extends keyof W & string>(
    kind: Kind,
    input: Parameters<W[Kind]>[0],
    options: JobOptions,
  ): Promise<Output<W[Kind]>> {
    const output = await new Promise((resolve, reject) => {
      if (this.closed) reject(new ChildProcessFailed('closed'));
      else if (this.waiting.length >= this.options.capacity) reject(new ChildProcessFailed('busy'));
      else {
        this.waiting.push({ id: ++this.lastId, kind, input, ...options, resolve, reject });
        this.next();
      }
    });
    return output as Output<W[Kind]>;
  }

  /** Ends the child; what is in work or waits fails. */
  async close(): Promise<void> {
    this.closed = true;
    for (const job of this.waiting.splice(0)) job.reject(new ChildProcessFailed('closed'));
    this.finish((job) => job.reject(new ChildProcessFailed('closed')));
    await this.end();
  }

  private next(): void {
    if (this.current) return;
    const job = this.waiting.shift();
    if (!job) {
      this.idle();
      return;
    }
    clearTimeout(this.idleTimer);
    const deadline = setTimeout(() => this.timeout(job), job.timeoutMs);
    this.current = { job, deadline };
    const child = (this.child ??= this.start());
    holdParent(child, true);
    const { id, kind, input } = job;
    child.send({ id, kind, input } satisfies JobMessage, (error) => error && this.onExit(child, error.message));
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
      this.current.deadline.refresh();
      this.current.job.onProgress?.(message.progress);
      return;
    }
    this.finish((job) =>
      'output' in message ? job.resolve(message.output) : job.reject(new ChildProcessFailed('unfit', message.failure)),
    );
    if (this.options.idleMs === 0) void this.end();
    this.next();
  }

  private finish(tell: (job: Job) => void): void {
    if (!this.current) return;
    const { job, deadline } = this.current;
    clearTimeout(deadline);
    this.current = undefined;
    tell(job);
  }

  private timeout(job: Job): void {
    this.finish(() => job.reject(new ChildProcessFailed('late', job.kind)));
    void this.end();
    this.next();
  }

  private onExit(child: ChildProcess, why: string): void {
    if (this.child !== child) return;
    this.child = undefined;
    child.kill('SIGKILL');
    this.finish((job) => job.reject(new ChildProcessFailed('died', why.trim())));
    this.next();
  }

  private idle(): void {
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

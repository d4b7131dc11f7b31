import type { ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import { type JobLimits, JobWatch } from './job-watch';
import type { ProcessPlace } from './lanes/process-room';
import { type ChildLimits, startChildIn } from './start-child';

/** What a child prints before it touches what it is started for. */
const READY = 'ready';
const LINE_END = 0x0a;
const ERRORS_KEPT_CHARACTERS = 4_000;
/** In which a child must be ready, even on a busy machine. */
const START_LIMITS: JobLimits = { processorMs: 30_000, wallMs: 3 * 60_000 };

export interface TextChildOptions extends ChildLimits {
  /** What Node runs: its own options, the file, and the arguments of the file. */
  readonly program: readonly string[];
  /** Of one answer. */
  readonly outputBytes: number;
  /** In which it lives; it leaves it when it is gone. */
  readonly place: ProcessPlace;
}

export interface TextAnswer {
  /** Whether the child came so far as to begin; one that did not failed by itself, not by what it was given. */
  readonly wasReady: boolean;
  /** The line that it printed. */
  readonly line: string;
  /** Why it gave no answer, for the log; null if it did. Then the child is over. */
  readonly failure: string | null;
  /** It was ended because the job took more time than it may. */
  readonly late: boolean;
  /**
   * Neither a limit nor a fault of its own ended it: somebody else sent it a signal, or the machine did not give it the
   * processor in all the time that it had. Try again.
   */
  readonly endedFromOutside: boolean;
}

/** What a person, a supervisor or the system short of memory sends; over its processor time a child ends by SIGXCPU. */
const FROM_OUTSIDE: readonly (NodeJS.Signals | null)[] = ['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'];

/**
 * A child that gets a line for each job and answers it with one: nothing it says is taken for more than text, so this is
 * the way for what strangers wrote. It takes one job at a time and ends at the first limit, or when it says anything unasked.
 */
export class TextChild {
  private readonly child: ChildProcess;
  private readonly starting: JobWatch;
  private wasReady = false;
  private pieces: Buffer[] = [];
  private size = 0;
  private errors = '';
  private stopped: string | null = null;
  private late = false;
  private starved = false;
  private ended: { readonly failure: string; readonly endedFromOutside: boolean } | null = null;
  /** Told of the answer that is awaited, or that none will come. */
  private listener: ((line: string | null) => void) | undefined;
  private readonly begun = Promise.withResolvers<undefined>();
  /** Resolves when the process is gone. */
  readonly over: Promise<void>;

  /** @throws Error when there can be no process; then it has left its place. */
  constructor(private readonly options: TextChildOptions) {
    const { program, place } = options;
    const onOvergrown = () => {
      this.starved = true;
      this.stop('took too much memory');
    };
    this.child = startChildIn(place, onOvergrown, program, options, ['pipe', 'pipe', 'pipe']);
    this.starting = new JobWatch(this.child.pid, START_LIMITS, ({ limit, isStarved }) => {
      this.starved = isStarved;
      this.stop(`not ready after ${limit}`);
    });
    // One that is gone reads no more; its end says why.
    this.child.stdin?.on('error', () => undefined);
    this.child.stdout?.on('data', (piece: Buffer) => this.onOutput(piece));
    this.child.stderr?.on('data', (piece: Buffer) => {
      this.errors = (this.errors + piece.toString()).slice(0, ERRORS_KEPT_CHARACTERS);
    });
    this.over = new Promise((resolve) => {
      const end = (how: string, endedFromOutside: boolean) => {
        this.starting.stop();
        this.ended ??= { failure: `${this.stopped ?? how}: ${this.errors}`, endedFromOutside };
        this.listener?.(null);
        this.begun.resolve(undefined);
        place.leave();
        resolve();
      };
      this.child.once('error', ({ message }) => end(message, false));
      this.child.once('close', (code, signal) => {
        end(
          `ended by ${signal ?? `exit code ${String(code)}`}`,
          this.starved || (this.stopped === null && FROM_OUTSIDE.includes(signal)),
        );
      });
    });
  }

  /** One after the other. */
  async ask(line: string, limits: JobLimits): Promise<TextAnswer> {
    this.holdParent(true);
    try {
      await this.begun.promise;
      const answer = this.ended ? null : await this.answerTo(line, limits);
      const { wasReady, late, ended } = this;
      if (answer !== null) return { wasReady, line: answer, failure: null, late, endedFromOutside: false };
      return { wasReady, line: '', late, failure: ended?.failure ?? '', endedFromOutside: !!ended?.endedFromOutside };
    } finally {
      this.holdParent(false);
    }
  }

  /** Ends the process; resolves when it is gone. */
  async end(): Promise<void> {
    this.stop('closed');
    await this.over;
  }

  private begin(): void {
    this.wasReady = true;
    this.starting.stop();
    this.begun.resolve(undefined);
  }

  private async answerTo(line: string, limits: JobLimits): Promise<string | null> {
    const watch = new JobWatch(this.child.pid, limits, ({ limit, isStarved }) => {
      this.starved = isStarved;
      this.late = !isStarved;
      this.stop(`took more than ${limit}`);
    });
    const answer = this.nextLine();
    this.child.stdin?.write(`${line}\n`);
    return await answer.finally(() => watch.stop());
  }

  private nextLine(): Promise<string | null> {
    const line = new Promise<string | null>((resolve) => (this.listener = resolve));
    return line.finally(() => (this.listener = undefined));
  }

  private onOutput(piece: Buffer): void {
    if (this.stopped !== null) return;
    this.size += piece.length;
    this.pieces.push(piece);
    const end = piece.indexOf(LINE_END);
    const expected = this.listener !== undefined || !this.wasReady;
    if (!expected || this.size > this.options.outputBytes || (end >= 0 && end < piece.length - 1)) {
      this.stop('said too much');
    } else if (end >= 0) {
      const line = Buffer.concat(this.pieces, this.size - 1).toString();
      [this.pieces, this.size] = [[], 0];
      this.onLine(line);
    }
  }

  private onLine(line: string): void {
    if (this.wasReady) this.listener?.(line);
    else if (line === READY) this.begin();
    else this.stop('was never ready');
  }

  private stop(reason: string): void {
    this.stopped ??= reason;
    this.child.kill('SIGKILL');
  }

  /** A child at work keeps its parent alive; an idle one must not. */
  private holdParent(hold: boolean): void {
    const { child } = this;
    const parts = [child, child.stdin, child.stdout, child.stderr] as (ChildProcess | Socket | null)[];
    for (const part of parts) part?.[hold ? 'ref' : 'unref']();
  }
}

import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { COMPILED_CODE } from '../parts/compiled-code';
import { LogFile } from '../parts/log-file';
import { END_WITH_LAUNCHER, endChild, hasEnded, WATCH_LOOP } from './end-child';
import { LoopWatch } from './loop-watch';
import { ProcessNote } from './process-note';
import { RestartPause } from './restart-pause';

/** What tells a child that waits for a word to begin. */
const BEGIN = 'begin';
/**
 * Of a heap without limits Node takes three times what the work needs before it tidies up. In the nursery nearly everything
 * that a request leaves behind shall die: a smaller one is tidied three times as often, and lets more grow old.
 */
const HEAP = ['--max-old-space-size=512', '--max-semi-space-size=8'];
const GRACE_MS = 10_000;
const LARGEST_LOG_BYTES = 20 * 1024 * 1024;

export interface KeptProcessOptions {
  /** The file that Node runs, and what it is told. */
  readonly program: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  /** The file for its JSON log lines. */
  readonly log: string;
  /** The file that keeps the process id for the next launcher. */
  readonly pidFile: string;
  readonly onDeath: (death: Death) => void;
  /** Called before one that stands still is killed. */
  readonly onHang: () => void;
}

export interface Death {
  /** It ended with an exit code, as after an error. One that was killed from outside would have gone on. */
  readonly isOwnDoing: boolean;
  /** A signal, an exit code or a word. */
  readonly how: string;
}

/** A program of the office in a process that is started again whenever it dies or stands still. */
export class KeptProcess {
  private child: ChildProcess | undefined;
  /** Killed by us, since it stood still. */
  private replaced: ChildProcess | undefined;
  private readonly stopping = new AbortController();
  private readonly pause = new RestartPause();
  private readonly note: ProcessNote;
  readonly log: LogFile;

  constructor(private readonly options: KeptProcessOptions) {
    this.log = new LogFile(options.log, LARGEST_LOG_BYTES);
    this.note = new ProcessNote(options.pidFile);
  }

  /** @param prepared when a child that waits for a word may begin to work. Until then it loads its program. */
  start(prepared: Promise<void> = Promise.resolve()): void {
    const child = this.spawned();
    if (child?.pid === undefined) {
      void this.restart({ isOwnDoing: false, how: 'not started' }, prepared);
      return;
    }
    this.child = child;
    this.note.write(child.pid);
    child.once('exit', () => void this.restart(this.deathOf(child), prepared));
    void this.watch(child);
    // Without a database it is stopped by whoever hears that the preparation has failed.
    void prepared.then(
      () => (child.connected ? child.send(BEGIN, () => undefined) : undefined),
      () => undefined,
    );
  }

  /** Lets what it does end, then stops it; kills it when that takes too long. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.log.close();
    if (this.child) await endChild(this.child, GRACE_MS);
    this.note.remove();
  }

  /** Undefined, or without a process id, where the machine has no room for another process. */
  private spawned(): ChildProcess | undefined {
    const { environment, log, program } = this.options;
    const words = [...HEAP, '--require', END_WITH_LAUNCHER, '--require', WATCH_LOOP, ...program];
    let output: number | undefined;
    try {
      mkdirSync(dirname(log), { recursive: true, mode: 0o700 });
      output = this.log.open();
      const child = spawn(process.execPath, words, {
        env: { ...environment, ...COMPILED_CODE },
        stdio: ['ignore', output ?? 'ignore', output ?? 'ignore', 'ipc', 'pipe'],
        detached: true,
      });
      return child.on('error', () => undefined);
    } catch {
      return undefined;
    } finally {
      if (output !== undefined) closeSync(output);
    }
  }

  private async restart(death: Death, prepared: Promise<void>): Promise<void> {
    if (this.isStopping()) return;
    this.options.onDeath(death);
    await sleep(this.pause.next(), undefined, { signal: this.stopping.signal }).catch(() => undefined);
    if (!this.isStopping()) this.start(prepared);
  }

  private async watch(child: ChildProcess): Promise<void> {
    const replace = (): void => {
      if (this.replaced === child || hasEnded(child) || this.isStopping()) return;
      this.replaced = child;
      this.options.onHang();
      child.kill('SIGKILL');
    };
    await new LoopWatch(child, replace).watch();
  }

  private deathOf(child: ChildProcess): Death {
    if (this.replaced === child) return { isOwnDoing: false, how: 'standstill' };
    const { exitCode, signalCode } = child;
    return { isOwnDoing: exitCode !== null, how: signalCode ?? String(exitCode) };
  }

  private isStopping(): boolean {
    return this.stopping.signal.aborted;
  }
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { COMPILED_CODE } from './compiled-code';
import { LogFile } from './log-file';
import { RestartPause } from './restart-pause';
import { LauncherRefusal } from './sentences';
import { noteProcess } from './stale-process';

export const API_PROGRAM = join(__dirname, '..', '..', 'api', 'src', 'main.js');
/** Its word for waiting until any message comes. */
const WHEN_TOLD = '--when-told';
const BEGIN = 'begin';
const END_WITH_LAUNCHER = join(__dirname, 'end-with-launcher.js');
/**
 * Of a heap without limits Node takes three times what the work needs before it tidies up. In the nursery nearly everything
 * that a request leaves behind shall die: a smaller one is tidied three times as often, and lets more grow old.
 */
const HEAP = ['--max-old-space-size=512', '--max-semi-space-size=8'];
const READY_WITHIN_MS = 60_000;
const GRACE_MS = 10_000;
const DEATHS_BEFORE_GIVING_UP = 3;
const LARGEST_LOG_BYTES = 20 * 1024 * 1024;
const WATCHED_EVERY_MS = 2000;
const ANSWERS_WITHIN_MS = 5000;
/** One that answers none of so many questions, one after another, stands still: it is replaced. */
const QUESTIONS_UNANSWERED = 3;

export interface ApiOptions {
  readonly environment: NodeJS.ProcessEnv;
  /** The file for its JSON log lines. */
  readonly log: string;
  /** The file that keeps the process id for the next launcher. */
  readonly pidFile: string;
  /** Its address, from this machine. */
  readonly url: string;
  readonly onDeath: () => void;
  /** Called before a server that stands still is killed. */
  readonly onHang: () => void;
}

/** The API's process, started again whenever it dies or stands still. */
export class ApiProcess {
  private child: ChildProcess | undefined;
  /** The one that has answered before: it is not starting any more. */
  private answering: ChildProcess | undefined;
  private stopping = false;
  private deaths = 0;
  private readonly pause = new RestartPause();
  private readonly log: LogFile;

  constructor(private readonly options: ApiOptions) {
    this.log = new LogFile(options.log, LARGEST_LOG_BYTES);
  }

  /**
   * @param prepared when it may begin to work. Until then it loads its program, which takes a second of its own: the
   * database can be prepared meanwhile.
   */
  start(prepared: Promise<void> = Promise.resolve()): void {
    const { environment, log, pidFile } = this.options;
    mkdirSync(dirname(log), { recursive: true, mode: 0o700 });
    const output = this.log.open();
    const child = spawn(process.execPath, [...HEAP, '--require', END_WITH_LAUNCHER, API_PROGRAM, WHEN_TOLD], {
      env: { ...environment, ...COMPILED_CODE },
      stdio: ['ignore', output ?? 'ignore', output ?? 'ignore', 'ipc'],
      detached: true,
    });
    if (output !== undefined) closeSync(output);
    this.child = child;
    if (child.pid) noteProcess(pidFile, child.pid);
    child.on('error', () => undefined);
    child.once('exit', () => void this.restart(prepared));
    // Without a database it is stopped by whoever hears that the preparation has failed.
    void prepared.then(
      () => this.begin(child),
      () => undefined,
    );
  }

  /**
   * Resolves once the server reports that it is ready.
   * @throws LauncherRefusal with the end of the server's log when it keeps dying or does not become ready in time.
   */
  async ready(stop: AbortSignal): Promise<void> {
    const deadline = Date.now() + READY_WITHIN_MS;
    while (!(await this.answers('/health/ready', ANSWERS_WITHIN_MS))) {
      stop.throwIfAborted();
      if (this.deaths >= DEATHS_BEFORE_GIVING_UP || Date.now() > deadline) {
        throw new LauncherRefusal('apiNeverReady', { log: this.options.log, tail: this.log.end() });
      }
      await sleep(50);
    }
  }

  /** Lets running requests finish, then stops the server; kills it when that takes too long. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.log.close();
    const { child } = this;
    if (!child || hasEnded(child)) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await Promise.race([gone, sleep(GRACE_MS, undefined, { ref: false })]);
    child.kill('SIGKILL');
    await gone;
  }

  private begin(child: ChildProcess): void {
    if (child.connected) child.send(BEGIN, () => undefined);
    void this.watch(child);
  }

  private async restart(prepared: Promise<void>): Promise<void> {
    if (this.stopping) return;
    this.deaths++;
    this.options.onDeath();
    await sleep(this.pause.next());
    if (!this.isStopping()) this.start(prepared);
  }

  /** Asks only whether it lives: a server whose database or store is away is no better after a restart. */
  private async watch(child: ChildProcess): Promise<void> {
    const begun = Date.now();
    let unanswered = 0;
    while (!hasEnded(child) && !this.isStopping()) {
      await sleep(WATCHED_EVERY_MS, undefined, { ref: false });
      const starting = this.answering !== child && Date.now() - begun < READY_WITHIN_MS;
      unanswered = (await this.answers('/health/live', ANSWERS_WITHIN_MS)) || starting ? 0 : unanswered + 1;
      if (unanswered < QUESTIONS_UNANSWERED || hasEnded(child) || this.isStopping()) continue;
      this.options.onHang();
      child.kill('SIGKILL');
      return;
    }
  }

  private isStopping(): boolean {
    return this.stopping;
  }

  private async answers(path: string, withinMs: number): Promise<boolean> {
    try {
      const answer = await fetch(this.options.url + path, { signal: AbortSignal.timeout(withinMs) });
      await answer.body?.cancel();
      if (answer.ok) this.answering = this.child;
      return answer.ok;
    } catch {
      return false;
    }
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { COMPILED_CODE } from './parts/compiled-code';
import { LogFile } from './parts/log-file';
import { END_WITH_LAUNCHER, endChild, hasEnded } from './processes/end-child';
import { GivenTime } from './processes/given-time';
import { RestartPause } from './restart-pause';
import { LauncherRefusal } from './parts/sentences';
import { forgetProcess, noteProcess } from './stale-process';

export const API_PROGRAM = join(__dirname, '..', '..', 'api', 'src', 'main.js');
/** Its word for waiting until any message comes. */
const WHEN_TOLD = '--when-told';
const BEGIN = 'begin';
/**
 * Of a heap without limits Node takes three times what the work needs before it tidies up. In the nursery nearly everything
 * that a request leaves behind shall die: a smaller one is tidied three times as often, and lets more grow old.
 */
const HEAP = ['--max-old-space-size=512', '--max-semi-space-size=8'];
/** Of the time that it is given: a machine with too much to do takes longer. */
const READY_WITHIN_MS = 60_000;
const GRACE_MS = 10_000;
const DEATHS_BEFORE_GIVING_UP = 3;
const LARGEST_LOG_BYTES = 20 * 1024 * 1024;
const WATCHED_EVERY_MS = 2000;
const ANSWERS_WITHIN_MS = 5000;
const SAYS_WHETHER_READY_WITHIN_MS = 30_000;
/** One that answers nothing for so long of the time that it is given stands still: it is replaced. */
const SILENT_WITHIN_MS = 20_000;

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
  /** Since it was told to begin. */
  private given: GivenTime | undefined;
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
    while (!(await this.answers('/health/ready', SAYS_WHETHER_READY_WITHIN_MS, stop))) {
      stop.throwIfAborted();
      if (this.deaths >= DEATHS_BEFORE_GIVING_UP || (this.given?.ms() ?? 0) > READY_WITHIN_MS) {
        throw new LauncherRefusal('apiNeverReady', { log: this.options.log, tail: this.log.end() });
      }
      await sleep(50);
    }
  }

  /** Lets running requests finish, then stops the server; kills it when that takes too long. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.log.close();
    if (this.child) await endChild(this.child, GRACE_MS);
    forgetProcess(this.options.pidFile);
  }

  private begin(child: ChildProcess): void {
    if (child.pid === undefined || hasEnded(child)) return;
    this.given = new GivenTime(child.pid);
    if (child.connected) child.send(BEGIN, () => undefined);
    void this.watch(child, child.pid);
  }

  private async restart(prepared: Promise<void>): Promise<void> {
    if (this.stopping) return;
    this.deaths++;
    this.options.onDeath();
    await sleep(this.pause.next());
    if (!this.isStopping()) this.start(prepared);
  }

  /** Asks only whether it lives: a server whose database or store is away is no better after a restart. */
  private async watch(child: ChildProcess, processId: number): Promise<void> {
    let silent = new GivenTime(processId);
    while (!hasEnded(child) && !this.isStopping()) {
      await sleep(WATCHED_EVERY_MS, undefined, { ref: false });
      if (await this.answers('/health/live', ANSWERS_WITHIN_MS)) silent = new GivenTime(processId);
      const allowed = this.answering === child ? SILENT_WITHIN_MS : READY_WITHIN_MS;
      if (silent.ms() < allowed || hasEnded(child) || this.isStopping()) continue;
      this.options.onHang();
      child.kill('SIGKILL');
      return;
    }
  }

  private isStopping(): boolean {
    return this.stopping;
  }

  private async answers(path: string, withinMs: number, stop?: AbortSignal): Promise<boolean> {
    const signals = [AbortSignal.timeout(withinMs), ...(stop ? [stop] : [])];
    try {
      const answer = await fetch(this.options.url + path, { signal: AbortSignal.any(signals) });
      await answer.body?.cancel();
      if (answer.ok) this.answering = this.child;
      return answer.ok;
    } catch {
      return false;
    }
  }
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LauncherRefusal } from './sentences';
import { noteProcess } from './stale-process';

export const API_PROGRAM = join(__dirname, '..', '..', 'api', 'src', 'main.js');
const END_WITH_LAUNCHER = join(__dirname, 'end-with-launcher.js');
const READY_WITHIN_MS = 60_000;
const GRACE_MS = 10_000;
const FIRST_RESTART_MS = 250;
const SLOWEST_RESTART_MS = 10_000;
/** After this uptime a crash is not counted with the ones before it: the next restart is quick again. */
const STABLE_AFTER_MS = 30_000;
const DEATHS_BEFORE_GIVING_UP = 3;
const LARGEST_LOG_BYTES = 20 * 1024 * 1024;

export interface ApiOptions {
  readonly environment: NodeJS.ProcessEnv;
  /** The file for its JSON log lines. */
  readonly log: string;
  /** The file that keeps the process id for the next launcher. */
  readonly pidFile: string;
  /** Address of `/health/ready`. */
  readonly readyUrl: string;
  readonly onDeath: () => void;
}

/** The API's process, restarted whenever it dies. */
export class ApiProcess {
  private child: ChildProcess | undefined;
  private stopping = false;
  private deaths = 0;
  private wait = FIRST_RESTART_MS;

  constructor(private readonly options: ApiOptions) {}

  start(): void {
    const { environment, log, pidFile } = this.options;
    mkdirSync(dirname(log), { recursive: true, mode: 0o700 });
    if (existsSync(log) && statSync(log).size > LARGEST_LOG_BYTES) renameSync(log, `${log}.1`);
    const output = openSync(log, 'a', 0o600);
    const child = spawn(process.execPath, ['--require', END_WITH_LAUNCHER, API_PROGRAM], {
      env: environment,
      stdio: ['ignore', output, output, 'ipc'],
      detached: true,
    });
    closeSync(output);
    this.child = child;
    if (child.pid) noteProcess(pidFile, child.pid);
    const started = Date.now();
    child.on('error', () => undefined);
    child.once('exit', () => void this.restart(Date.now() - started));
  }

  /**
   * Resolves once the server reports that it is ready.
   * @throws LauncherRefusal with the end of the server's log when it keeps dying or does not become ready in time.
   */
  async ready(stop: AbortSignal): Promise<void> {
    const deadline = Date.now() + READY_WITHIN_MS;
    while (!(await this.answersReady())) {
      stop.throwIfAborted();
      if (this.deaths >= DEATHS_BEFORE_GIVING_UP || Date.now() > deadline) {
        throw new LauncherRefusal('apiNeverReady', { log: this.options.log, tail: this.endOfLog() });
      }
      await sleep(50);
    }
  }

  /** Lets running requests finish, then stops the server; kills it when that takes too long. */
  async stop(): Promise<void> {
    this.stopping = true;
    const { child } = this;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await Promise.race([gone, sleep(GRACE_MS, undefined, { ref: false })]);
    child.kill('SIGKILL');
    await gone;
  }

  private async restart(uptimeMs: number): Promise<void> {
    if (this.stopping) return;
    this.deaths++;
    this.options.onDeath();
    this.wait = uptimeMs > STABLE_AFTER_MS ? FIRST_RESTART_MS : Math.min(this.wait * 2, SLOWEST_RESTART_MS);
    await sleep(this.wait);
    if (!this.isStopping()) this.start();
  }

  private isStopping(): boolean {
    return this.stopping;
  }

  private async answersReady(): Promise<boolean> {
    try {
      const answer = await fetch(this.options.readyUrl, { signal: AbortSignal.timeout(2000) });
      await answer.body?.cancel();
      return answer.ok;
    } catch {
      return false;
    }
  }

  private endOfLog(): string {
    return readFileSync(this.options.log, 'utf8').trim().split('\n').slice(-8).join('\n');
  }
}

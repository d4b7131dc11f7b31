import { type ChildProcess, spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../parts/free-port';
import { LogFile } from '../parts/log-file';
import { LauncherRefusal } from '../parts/sentences';
import { hasEnded } from '../processes/end-child';
import { factsOf, isThere, tell } from '../processes/process-facts';
import { endBackends } from './backends';
import type { PostgresBinaries } from './binaries';
import { createCluster, SETTINGS_FILE, SUPERUSER } from './create-cluster';
import { run, serverEnvironment } from './run';
import { type ServerAccount, serverAccountFor } from './server-account';
import { archiving, type PostgresSettings, settingsText } from './settings';

const START_ATTEMPTS = 8;
const STOPS_WITHIN_SECONDS = 60;
const LARGEST_LOG_BYTES = 10 * 1024 * 1024;

export interface ClusterOptions {
  /** Holds the data of the cluster and the server's log; private to the server's account. */
  readonly folder: string;
  readonly binaries: PostgresBinaries;
  readonly superuserPassword: string;
  readonly settings?: PostgresSettings;
  /** Where every finished piece of the write-ahead log is kept; the server needs none of them. */
  readonly logArchive?: string;
}

/** The embedded PostgreSQL server, reachable from this machine only. */
export class PostgresCluster {
  private server: ChildProcess | undefined;
  private stopping = false;
  private port = 0;
  private readonly account: ServerAccount;
  /** The server's own files. */
  readonly data: string;
  private readonly log: LogFile;

  constructor(private readonly options: ClusterOptions) {
    this.account = serverAccountFor(options.folder);
    this.data = join(options.folder, String(options.binaries.major));
    this.log = new LogFile(join(options.folder, 'server.log'), LARGEST_LOG_BYTES);
  }

  get processId(): number | undefined {
    return this.server?.pid;
  }

  /** Connection string of the superuser. */
  get superuserUrl(): string {
    return this.url(SUPERUSER, this.options.superuserPassword, 'postgres');
  }

  url(user: string, password: string, database: string): string {
    return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${this.port}/${database}`;
  }

  /**
   * Creates the cluster if need be, stops a server that a killed launcher left running, and starts.
   * A second start keeps the port, so that clients can reconnect. However long a server recovers from a crash, it is waited for.
   * @param stop gives up; then `stop` is to be called, too.
   * @throws LauncherRefusal with the end of the server's log.
   */
  async start(stop?: AbortSignal): Promise<void> {
    this.stopping = false;
    this.makeFolder(this.options.folder);
    if (this.options.logArchive) this.makeFolder(this.options.logArchive);
    this.account.letThrough(dirname(this.options.folder));
    this.refuseOtherVersion();
    if (!existsSync(this.data)) {
      const { binaries, folder, superuserPassword } = this.options;
      await createCluster(binaries, this.account, folder, superuserPassword, stop);
    }
    await this.stopRunningServer();
    stop?.throwIfAborted();
    this.port ||= await freePort();
    const settings = join(this.data, SETTINGS_FILE);
    const { settings: further, logArchive } = this.options;
    const text = settingsText(this.port, this.options.binaries.major, { ...further, ...archiving(logArchive) });
    writeFileSync(settings, text, { mode: 0o600 });
    this.account.own(settings);
    await this.startServer(stop);
  }

  /** Whether the server that was started last has not ended. */
  get isAlive(): boolean {
    return this.server !== undefined && !hasEnded(this.server);
  }

  /**
   * Takes over the files of a server in place of a new cluster, whole or not at all.
   * @param fill copies them into the folder.
   */
  async adopt(fill: (folder: string) => Promise<void>): Promise<void> {
    const unfinished = `${this.data}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    this.makeFolder(this.options.folder);
    this.makeFolder(unfinished);
    await fill(unfinished);
    for (const name of readdirSync(unfinished, { recursive: true }) as string[]) {
      this.account.own(join(unfinished, name));
    }
    renameSync(unfinished, this.data);
  }

  /** Resolves when the server ends without `stop`. */
  death(): Promise<void> {
    return new Promise((resolve) => {
      const { server } = this;
      if (server && !hasEnded(server)) {
        server.once('exit', () => (this.stopping ? undefined : resolve()));
      } else resolve();
    });
  }

  /** Ends sessions, flushes and stops; does nothing when not running. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.stopRunningServer();
    this.server = undefined;
    this.log.close();
  }

  private makeFolder(folder: string): void {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.account.own(folder);
  }

  private refuseOtherVersion(): void {
    const { folder, binaries } = this.options;
    const found = [14, 15, 16, 17, 18, 19, 20].find(
      (major) => major !== binaries.major && existsSync(join(folder, String(major), 'PG_VERSION')),
    );
    if (found && !existsSync(this.data)) {
      throw new LauncherRefusal('databaseOtherVersion', { folder, found, expected: binaries.major });
    }
  }

  private async stopRunningServer(): Promise<void> {
    if (!(await this.isRunning())) return;
    for (const mode of ['fast', 'immediate']) {
      await this.pgCtl('stop', '--wait', `--timeout=${STOPS_WITHIN_SECONDS}`, `--mode=${mode}`);
      if (!(await this.isRunning())) return;
    }
    tell(this.notedProcess(), 'SIGKILL');
    await endBackends(this.data);
    if (await this.isRunning()) throw new LauncherRefusal('databaseStopFailed', { folder: this.data });
  }

  private async isRunning(): Promise<boolean> {
    const noted = this.notedProcess();
    if (!noted || isAnotherProgram(noted, this.data) || isOver(noted)) return false;
    return (await this.pgCtl('status')).code === 0;
  }

  /** As the server has written it down; 0 where none has. */
  private notedProcess(): number {
    const file = join(this.data, 'postmaster.pid');
    return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
  }

  private pgCtl(...parameters: string[]): Promise<{ code: number; output: string }> {
    const { program, args } = this.account.command(this.options.binaries.pgCtl, [
      ...parameters,
      `--pgdata=${this.data}`,
    ]);
    return run(program, args);
  }

  /** A start fails while processes of a server that was just killed still run: retries with growing pauses. */
  private async startServer(stop?: AbortSignal): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      await endBackends(this.data, stop);
      const server = this.spawnServer();
      this.server = server;
      if (await this.becomesReady(server, stop)) return;
      stop?.throwIfAborted();
      if (attempt === START_ATTEMPTS) throw new LauncherRefusal('databaseStartFailed', { reason: this.log.end() });
      await sleep(50 * 2 ** attempt);
    }
  }

  private spawnServer(): ChildProcess {
    const log = this.log.open();
    const { program, args } = this.account.command(this.options.binaries.postgres, ['-D', this.data]);
    const server = spawn(program, args, {
      stdio: ['ignore', log ?? 'ignore', log ?? 'ignore'],
      detached: true,
      env: serverEnvironment(),
    });
    if (log !== undefined) closeSync(log);
    server.on('error', () => undefined);
    server.unref();
    return server;
  }

  /** When it is given up, once the server can be told to stop. */
  private async becomesReady(server: ChildProcess, stop?: AbortSignal): Promise<boolean> {
    while (!hasEnded(server) && server.pid) {
      if (this.reportsReady(server.pid)) return true;
      if (stop?.aborted && this.notedProcess() === server.pid) return false;
      await sleep(15);
    }
    return false;
  }

  /** In `postmaster.pid` the first line is the process id and the eighth the status. */
  private reportsReady(processId: number): boolean {
    const file = join(this.data, 'postmaster.pid');
    if (!existsSync(file)) return false;
    const lines = readFileSync(file, 'utf8').split('\n');
    return Number(lines[0]) === processId && lines[7]?.trim() === 'ready';
  }
}

/** In a container without an init nobody clears away one whose parent was killed. */
function isOver(processId: number): boolean {
  const facts = factsOf(processId);
  return facts !== undefined && !isThere(facts);
}

/** After a reboot another program may have the process id of a dead server. A server's working directory is its data folder. */
function isAnotherProgram(processId: number, data: string): boolean {
  try {
    return readlinkSync(`/proc/${processId}/cwd`) !== realpathSync(data);
  } catch {
    return false;
  }
}

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
import type { PostgresBinaries } from './binaries';
import { createCluster, SETTINGS_FILE, SUPERUSER } from './create-cluster';
import { run, serverEnvironment } from './run';
import { type ServerAccount, serverAccountFor } from './server-account';
import { archiving, type PostgresSettings, settingsText } from './settings';

/** Crash recovery of a large write-ahead log takes a while. */
const READY_WITHIN_MS = 120_000;
const START_ATTEMPTS = 8;
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
   * A second start keeps the port, so that clients can reconnect.
   * @throws LauncherRefusal with the end of the server's log.
   */
  async start(): Promise<void> {
    this.stopping = false;
    this.makeFolder(this.options.folder);
    if (this.options.logArchive) this.makeFolder(this.options.logArchive);
    this.account.letThrough(dirname(this.options.folder));
    this.refuseOtherVersion();
    if (!existsSync(this.data)) {
      await createCluster(this.options.binaries, this.account, this.options.folder, this.options.superuserPassword);
    }
    await this.stopRunningServer();
    this.port ||= await freePort();
    const settings = join(this.data, SETTINGS_FILE);
    const { settings: further, logArchive } = this.options;
    const text = settingsText(this.port, this.options.binaries.major, { ...further, ...archiving(logArchive) });
    writeFileSync(settings, text, { mode: 0o600 });
    this.account.own(settings);
    await this.startServer();
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
      if (server?.exitCode === null && server.signalCode === null) {
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
      await this.pgCtl('stop', '--wait', '--timeout=30', `--mode=${mode}`);
      if (!(await this.isRunning())) return;
    }
    throw new LauncherRefusal('databaseStopFailed', { folder: this.data });
  }

  private async isRunning(): Promise<boolean> {
    const file = join(this.data, 'postmaster.pid');
    if (!existsSync(file) || isAnotherProgram(Number(readFileSync(file, 'utf8').split('\n')[0]), this.data))
      return false;
    return (await this.pgCtl('status')).code === 0;
  }

  private pgCtl(...parameters: string[]): Promise<{ code: number; output: string }> {
    const { program, args } = this.account.command(this.options.binaries.pgCtl, [
      ...parameters,
      `--pgdata=${this.data}`,
    ]);
    return run(program, args);
  }

  /** A start fails while processes of a server that was just killed still run: retries with growing pauses. */
  private async startServer(): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const server = this.spawnServer();
      if (await this.becomesReady(server)) {
        this.server = server;
        return;
      }
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

  private async becomesReady(server: ChildProcess): Promise<boolean> {
    const deadline = Date.now() + READY_WITHIN_MS;
    while (server.exitCode === null && server.signalCode === null && server.pid && Date.now() < deadline) {
      if (this.reportsReady(server.pid)) return true;
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

/** After a reboot another program may have the process id of a dead server. A server's working directory is its data folder. */
function isAnotherProgram(processId: number, data: string): boolean {
  try {
    return readlinkSync(`/proc/${processId}/cwd`) !== realpathSync(data);
  } catch {
    return false;
  }
}

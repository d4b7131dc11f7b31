import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runFolder } from '../database/cluster';

const REPOSITORY = resolve(__dirname, '..', '..', '..');
/** What was built. */
export const DIST = join(REPOSITORY, 'dist');
const launcherIn = (dist: string) => join(dist, 'apps', 'office', 'src', 'main.js');
export const LAUNCHER = launcherIn(DIST);
/** An office opens in seconds; other suites may leave it a small share of the processors. */
const OPEN_WITHIN_MS = 240_000;
const ATTEMPTS = 3;
const PORT_TAKEN = /Port \d+ is taken|EADDRINUSE/;

export interface OfficeOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** A folder that an earlier office worked in. */
  readonly dataFolder?: string;
  /** Another than the repository's, as `ownDist` makes it. */
  readonly dist?: string;
  /** Through `npm start`, as a user does it. */
  readonly throughNpm?: boolean;
  /** Another clone than this one, whose `npm start` it is. */
  readonly clone?: string;
  /** Another account than ours. */
  readonly account?: Account;
}

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** An office started from `dist`, as `npm start` does it, on a free port and in a private folder of its own. */
export class RunningOffice {
  readonly dataFolder: string;
  output = '';
  private readonly launcher: ChildProcess;
  private readonly ended: Promise<unknown>;

  constructor(options: OfficeOptions = {}) {
    const { environment = {}, dataFolder, clone, throughNpm = clone !== undefined, dist = DIST } = options;
    this.dataFolder = dataFolder ?? join(mkdtempSync(join(runFolder(), 'office-')), 'data');
    const [program, words] = throughNpm ? ['npm', ['start']] : [process.execPath, [launcherIn(dist), 'start']];
    this.launcher = spawn(program, words, {
      cwd: clone ?? REPOSITORY,
      detached: true,
      ...options.account,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_ENV: '',
        LANG: 'en',
        PORT: '0',
        PATRAVALI_DATA: this.dataFolder,
        PATRAVALI_DEMO: 'small',
        // Programs of tests ask faster than any page.
        PATRAVALI_REQUESTS_PER_SECOND: '0',
        ...environment,
      },
    });
    this.launcher.stdout?.on('data', (text: Buffer) => (this.output += text.toString()));
    this.launcher.stderr?.on('data', (text: Buffer) => (this.output += text.toString()));
    this.ended = once(this.launcher, 'close');
  }

  /** The address that the launcher prints once the office is open. */
  async url(withinMs = OPEN_WITHIN_MS): Promise<string> {
    const start = Date.now();
    while (Date.now() - start < withinMs && this.launcher.exitCode === null) {
      const url = /http:\/\/\S+/.exec(this.output)?.[0];
      if (url) return url;
      await sleep(20);
    }
    throw new Error(`The office did not open:\n${this.output}`);
  }

  /** Waits for the launcher's own end. @returns its exit code, null after a kill. */
  async end(): Promise<number | null> {
    await this.ended;
    return this.launcher.exitCode;
  }

  /** That it has ended, if it has. */
  get hasEnded(): boolean {
    return this.launcher.exitCode !== null || this.launcher.signalCode !== null;
  }

  /** To the launcher alone, as `kill` does it. */
  signal(name: NodeJS.Signals): void {
    this.launcher.kill(name);
  }

  /** To everything in the foreground, as a terminal does on Ctrl-C. */
  interrupt(): void {
    process.kill(-(this.launcher.pid ?? 0), 'SIGINT');
  }

  async stop(): Promise<void> {
    this.signal('SIGTERM');
    await this.end();
  }

  apiProcess(): number {
    return Number(readFileSync(join(this.dataFolder, 'api.pid'), 'utf8'));
  }

  /** Of an office whose jobs a worker does. */
  workerProcess(): number {
    return Number(readFileSync(join(this.dataFolder, 'worker.pid'), 'utf8'));
  }

  databaseProcess(): number {
    return Number(readFileSync(join(this.dataFolder, 'postgres', '18', 'postmaster.pid'), 'utf8').split('\n')[0]);
  }
}

/**
 * An office that is open. The launcher chooses a port that is free and listens on it a little later; beside other
 * suites another program may have taken it meanwhile. That alone is tried again.
 */
export async function openOffice(options: OfficeOptions = {}): Promise<{ office: RunningOffice; url: string }> {
  for (let attempt = 1; ; attempt++) {
    const office = new RunningOffice(options);
    try {
      return { office, url: await office.url() };
    } catch (error) {
      await office.stop();
      if (attempt === ATTEMPTS || !PORT_TAKEN.test(office.output)) throw error;
    }
  }
}

/** Every process that was told of the data folder or works in it. */
export function processesOf(dataFolder: string): string[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry) && Number(entry) !== process.pid)
    .filter((entry) => belongsTo(entry, dataFolder))
    .map((entry) => `${entry} ${factOf(entry, 'cmdline').replaceAll('\0', ' ')}`);
}

/** What the system tells of a process, in the format of /proc; nothing once it has ended. */
export function factOf(processId: string | number, name: string): string {
  try {
    return readFileSync(`/proc/${processId}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

function belongsTo(entry: string, dataFolder: string): boolean {
  try {
    const told = readFileSync(`/proc/${entry}/environ`, 'utf8').split('\0').includes(`PATRAVALI_DATA=${dataFolder}`);
    return told || readlinkSync(`/proc/${entry}/cwd`).startsWith(dataFolder);
  } catch {
    return false;
  }
}

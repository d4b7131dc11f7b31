import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '@patravali/config';
import { DIST } from './running-office';

const STARTED_WITHIN_MS = 60_000;

/** What it must be told at least. */
type Told = Pick<Config, 'databaseUrl' | 'dataFolder'>;

/** One program of the office in a process of its own, as it is installed: it can be killed. */
export class OfficeProcess {
  private constructor(
    readonly origin: string,
    private readonly child: ChildProcess,
  ) {}

  static async api(config: Told, environment: Readonly<Record<string, string>> = {}): Promise<OfficeProcess> {
    const port = await freePort();
    const started = new OfficeProcess(
      `http://127.0.0.1:${port}`,
      start('api', config, { PORT: String(port), ...environment }),
    );
    const isReady = () =>
      fetch(`${started.origin}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
    const begun = Date.now();
    while (!(await isReady())) {
      await pause(50);
      if (Date.now() - begun > STARTED_WITHIN_MS) throw new Error('The API did not start');
    }
    return started;
  }

  static worker(config: Told, environment: Readonly<Record<string, string>> = {}): OfficeProcess {
    return new OfficeProcess('', start('worker', config, environment));
  }

  /** As when the machine loses it. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }

  /** What it occupies in the memory of the machine, in bytes. Linux alone tells. */
  get memory(): number {
    const [, kilobytes = '0'] =
      /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${String(this.child.pid)}/status`, 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  }
}

function start(program: 'api' | 'worker', { databaseUrl, dataFolder }: Told, own: Readonly<Record<string, string>>) {
  return spawn(process.execPath, [join(DIST, 'apps', program, 'src', 'main.js')], {
    stdio: 'ignore',
    env: {
      ...process.env,
      NODE_ENV: '',
      DATABASE_URL: databaseUrl,
      PATRAVALI_DATA: dataFolder,
      PATRAVALI_DEMO: 'off',
      ...own,
    },
  });
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

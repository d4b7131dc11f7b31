import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { Client } from 'pg';

const run = promisify(execFile);
const DATABASE = 'tpcb';

/** PostgreSQL's own benchmark, on the server that the office works on. */
export class Pgbench {
  private readonly url: URL;

  constructor(private readonly superuserUrl: string) {
    this.url = new URL(superuserUrl);
  }

  static lacks(): string | null {
    return spawnSync('pgbench', ['--version']).status === 0
      ? null
      : 'pgbench is not installed (Debian: postgresql-contrib)';
  }

  /** Anew, also where an earlier run has left it. */
  async makeDatabase(scale: number): Promise<void> {
    const client = new Client({ connectionString: this.superuserUrl });
    await client.connect();
    try {
      await client.query(`DROP DATABASE IF EXISTS ${DATABASE}`);
      await client.query(`CREATE DATABASE ${DATABASE}`);
    } finally {
      await client.end();
    }
    await this.run('-i', '-q', '-s', String(scale), '-I', 'dtGvp');
  }

  /** TPC-B. @returns transactions a second. */
  async tpcb(protocol: 'prepared' | 'simple', clients: number, seconds: number): Promise<number> {
    const load = ['-c', String(clients), '-j', String(Math.min(clients, 2)), '-T', String(seconds)];
    return Number(/tps = ([\d.]+)/.exec(await this.run('-n', '-M', protocol, ...load))?.[1]);
  }

  private async run(...words: string[]): Promise<string> {
    const { hostname, port, username, password } = this.url;
    const host = ['-h', hostname, '-p', port, '-U', username];
    return (await run('pgbench', [...host, ...words, DATABASE], { env: { ...process.env, PGPASSWORD: password } }))
      .stdout;
  }
}

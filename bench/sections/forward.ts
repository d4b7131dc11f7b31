import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { actsPerSecond } from '../measuring/load';
import { mean, pairs, type Row, row } from '../measuring/pairs';
import { processorTime } from '../measuring/processor';
import { filesOnDesks, forwardOne } from '../office/forwarding';
import type { Section } from './section';

const CLIENTS = [1, 4, 8];
const PAIRS = 6;
const ARM_MS = 6000;
const SCALE = 50;
const GOAL = { must: 0.2, aim: 0.35 };
const run = promisify(execFile);

/** Forwarding a file over HTTP, each time another one to another desk, against pgbench's TPC-B with prepared statements on the same server. */
export const forward: Section = {
  name: 'forward',
  needs: ['large'],
  async measure({ cluster, large }) {
    const url = new URL(cluster.superuserUrl);
    const pgbench = async (...words: string[]) => {
      const host = ['-h', url.hostname, '-p', url.port, '-U', url.username];
      return (await run('pgbench', [...host, ...words, 'tpcb'], { env: { ...process.env, PGPASSWORD: url.password } }))
        .stdout;
    };
    const missing = await run('pgbench', ['--version']).then(
      () => null,
      () => 'pgbench is not installed (Debian: postgresql-contrib)',
    );
    if (missing) {
      console.log(`forward: left out, ${missing}`);
      return [];
    }
    await makeDatabase(cluster.superuserUrl);
    await pgbench('-i', '-q', '-s', String(SCALE), '-I', 'dtGvp');
    const files = await filesOnDesks(large);
    const rows: Row[] = [];
    for (const clients of CLIENTS) {
      const tpcb = async () => {
        const said = await pgbench(
          '-n',
          '-M',
          'prepared',
          '-c',
          String(clients),
          '-j',
          String(Math.min(clients, 2)),
          '-T',
          String(ARM_MS / 1000),
        );
        return Number(/tps = ([\d.]+)/.exec(said)?.[1]);
      };
      let [acts, used] = [0, 0];
      const ours = async () => {
        const before = processorTime(large.pid);
        const rate = await actsPerSecond(clients, ARM_MS, (client) => forwardOne(large, files, client, clients));
        used += processorTime(large.pid) - before;
        acts += (rate * ARM_MS) / 1000;
        return rate;
      };
      await ours();
      [acts, used] = [0, 0];
      const { a, b, ratios } = await pairs(ours, tpcb, PAIRS);
      const of = `${Math.round(mean(a))} a second, ${(used / acts).toFixed(2)} ms of the server's processor each; pgbench ${Math.round(mean(b))}`;
      rows.push(row(`forward ÷ pgbench TPC-B, ${clients} ${clients === 1 ? 'client' : 'clients'}`, ratios, of, GOAL));
    }
    return rows;
  },
};

async function makeDatabase(superuserUrl: string): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query('CREATE DATABASE tpcb');
  await client.end();
}

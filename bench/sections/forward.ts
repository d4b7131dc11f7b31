import { Pgbench } from '../arms/pgbench';
import { actsPerSecond } from '../measuring/load';
import type { Measure, Row } from '../measuring/measure';
import { mean, pairs, row } from '../measuring/pairs';
import { processorTime } from '../measuring/processor';
import { filesOnDesks, forwardOne } from '../office/forwarding';
import type { Section } from './section';

const CLIENTS = [1, 4, 8];
const figureOf = (clients: number) => `${clients} ${clients === 1 ? 'client' : 'clients'}`;
const figures = CLIENTS.map(figureOf);
const goal = { must: 0.2, aim: 0.5 };
const PREPARED: Measure = {
  name: 'forward over HTTP ÷ pgbench TPC-B with prepared statements, 1, 4 and 8 clients',
  figures,
  goal,
};
const SIMPLE: Measure = { name: 'the same ÷ pgbench TPC-B with simple statements', figures, goal };
/** `scale`: of pgbench's database. */
const WHOLE = { pairs: 5, armMs: 5000, pgbenchSeconds: 5, scale: 50 };

/** Forwarding a file over HTTP, each time another one to another desk, against pgbench's TPC-B on the same server. */
export const forward: Section<typeof WHOLE> = {
  name: 'forward',
  needs: ['large'],
  measures: [PREPARED, SIMPLE],
  whole: WHOLE,
  least: { pairs: 1, armMs: 100, pgbenchSeconds: 1, scale: 1 },
  lacks: () => Pgbench.lacks(),
  async measure({ cluster, large }, { pairs: count, armMs, pgbenchSeconds, scale }) {
    const pgbench = new Pgbench(cluster.superuserUrl);
    await pgbench.makeDatabase(scale);
    const files = await filesOnDesks(large);
    const rows: Row[] = [];
    for (const [measure, protocol] of [
      [PREPARED, 'prepared'],
      [SIMPLE, 'simple'],
    ] as const) {
      for (const clients of CLIENTS) {
        let [acts, used] = [0, 0];
        const ours = async () => {
          const before = processorTime(large.pid);
          const rate = await actsPerSecond(clients, armMs, (client) => forwardOne(large, files, client, clients));
          used += processorTime(large.pid) - before;
          acts += (rate * armMs) / 1000;
          return rate;
        };
        await ours();
        [acts, used] = [0, 0];
        const { a, b, ratios } = await pairs(ours, () => pgbench.tpcb(protocol, clients, pgbenchSeconds), count);
        const of = `${Math.round(mean(a))} a second, ${(used / acts).toFixed(2)} ms of the server's processor each; pgbench ${Math.round(mean(b))}`;
        rows.push(row(measure, ratios, of, { figure: figureOf(clients), ours: { value: mean(a), unit: 'a second' } }));
      }
    }
    return rows;
  },
};

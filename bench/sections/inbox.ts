import { Pool } from 'undici';
import { startArm } from '../arms/start-arm';
import { actsPerSecond } from '../measuring/load';
import { mean, pairs, type Row, row } from '../measuring/pairs';
import { CLERK, postId } from '../office/people';
import type { Section } from './section';

const PAIRS = 8;
const ARM_MS = 4000;
const CONNECTIONS = [4, 16];
const GOAL = { must: 0.75, aim: 0.9 };

/** The first page of an inbox of 200, against a bare Fastify that asks PostgreSQL the same and knows neither sessions nor rights. */
export const inbox: Section = {
  name: 'inbox',
  needs: ['large'],
  async measure({ large }) {
    const rows: Row[] = [];
    for (const [statement, goal, text] of [
      ['first', GOAL, 'its statement as the office sent it when this was first measured'],
      ['own', undefined, 'its statement as the office sends it now, prepared'],
    ] as const) {
      const bare = await startArm('bare-inbox.ts', large.databaseUrl, statement);
      for (const connections of CONNECTIONS) {
        const http = new Pool(bare.url, { connections });
        const { a, b, ratios } = await pairs(
          () =>
            actsPerSecond(connections, ARM_MS, async () => {
              await large.ask(CLERK, '/desk/inbox');
            }),
          () =>
            actsPerSecond(connections, ARM_MS, async () => {
              const answer = await http.request({ method: 'GET', path: `/inbox?post=${postId(CLERK)}` });
              if (answer.statusCode !== 200) throw new Error(await answer.body.text());
              await answer.body.arrayBuffer();
            }),
          PAIRS,
        );
        await http.destroy();
        const of = `${rate(a)} a second; bare Fastify and pg, ${text}: ${rate(b)}`;
        rows.push(row(`inbox ÷ bare (${statement}), ${connections} connections`, ratios, of, goal));
      }
      bare.stop();
    }
    return rows;
  },
};

const rate = (values: readonly number[]) => Math.round(mean(values));

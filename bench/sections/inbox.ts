import { Pool } from 'undici';
import { withArm } from '../arms/with-arm';
import { actsPerSecond } from '../measuring/load';
import type { Measure, Row } from '../measuring/measure';
import { mean, pairs, row } from '../measuring/pairs';
import type { BenchOffice } from '../office/bench-office';
import { CLERK, postId } from '../office/people';
import type { Section } from './section';

const CONNECTIONS = [4, 16];
const figures = CONNECTIONS.map((connections) => `${connections} connections`);
const OWN: Measure = {
  name: 'inbox of 50 rows ÷ bare Fastify and pg with the same statement, 4 and 16 connections',
  figures,
  goal: { must: 0.75, aim: 0.9 },
};
const FIRST: Measure = {
  name: 'inbox of 50 rows ÷ the same with the statement that the office sent at first',
  figures,
};
const WHOLE = { pairs: 8, armMs: 4000 };

/** The first page of an inbox of 200, against a bare Fastify that asks PostgreSQL the same and knows neither sessions nor rights. */
export const inbox: Section<typeof WHOLE> = {
  name: 'inbox',
  needs: ['large'],
  measures: [OWN, FIRST],
  whole: WHOLE,
  least: { pairs: 1, armMs: 50 },
  async measure({ large }, extent) {
    return [...(await besideBare(large, OWN, 'own', extent)), ...(await besideBare(large, FIRST, 'first', extent))];
  },
};

/** @param statement that the bare server sends. */
function besideBare(
  office: BenchOffice,
  measure: Measure,
  statement: 'own' | 'first',
  { pairs: count, armMs }: typeof WHOLE,
): Promise<Row[]> {
  return withArm('bare-inbox.ts', [office.databaseUrl, statement], async (url) => {
    const rows: Row[] = [];
    for (const connections of CONNECTIONS) {
      const http = new Pool(url, { connections });
      const ours = async () => {
        await office.ask(CLERK, '/desk/inbox');
      };
      const bare = async () => {
        const answer = await http.request({ method: 'GET', path: `/inbox?post=${postId(CLERK)}` });
        if (answer.statusCode !== 200) throw new Error(await answer.body.text());
        await answer.body.arrayBuffer();
      };
      const arms = [
        () => actsPerSecond(connections, armMs, ours),
        () => actsPerSecond(connections, armMs, bare),
      ] as const;
      // Both servers have just started.
      await pairs(...arms, 1);
      const { a, b, ratios } = await pairs(...arms, count);
      await http.destroy();
      const of = `${Math.round(mean(a))} a second; bare Fastify and pg ${Math.round(mean(b))}`;
      rows.push(
        row(measure, ratios, of, {
          figure: `${connections} connections`,
          ours: { value: mean(a), unit: 'a second' },
        }),
      );
    }
    return rows;
  });
}

import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { figuresOf } from '../../bench/measuring/measure';
import { BenchOffice } from '../../bench/office/bench-office';
import { SECTIONS } from '../../bench/sections';
import { type Ground, runSection } from '../../bench/sections/section';
import type { PostgresCluster } from '../../apps/office/src/postgres';
import { runFolder, startCluster } from '../support/database/cluster';

/** The fewest files of which every list can be 60 rows long, on a desk of 200. */
const SMALL = { name: 'small', files: 400, deep: 60 };
const LARGE = { name: 'large', files: 420, deep: 60 };
const WITHIN_MS = 180_000;

describe('Each section of the bench gives all its figures, on offices of some hundred files', () => {
  let cluster: PostgresCluster;
  let ground: Ground;
  beforeAll(async () => {
    cluster = await startCluster();
    const folder = mkdtempSync(join(runFolder(), 'bench-'));
    const small = await BenchOffice.fill(cluster, folder, SMALL);
    ground = { cluster, folder, small, large: await BenchOffice.fill(cluster, folder, LARGE) };
  }, WITHIN_MS);
  afterAll(async () => {
    await ground.small.end();
    await ground.large.end();
    await cluster.stop();
  });

  for (const section of SECTIONS) {
    const lacking = section.lacks?.() ?? null;
    (lacking === null ? it : it.skip)(
      lacking === null ? section.name : `${section.name}: ${lacking}`,
      async () => {
        const rows = await runSection(section, ground, section.least);
        for (const measure of section.measures) {
          const found = rows.filter((row) => row.measure === measure);
          expect(found.map(({ figure }) => figure)).toEqual(figuresOf(measure));
        }
        expect(rows.map(({ measure }) => measure)).toEqual(
          rows.flatMap(({ measure }) => section.measures.filter((each) => each === measure)),
        );
        for (const { measure, figure, median, low, high, n, ours } of rows) {
          const figures = [median, low, high, n, ours?.value ?? 1];
          const isOne = (value: number) => Number.isFinite(value) && value > 0;
          expect({ of: measure.name, figure, wrong: figures.filter((value) => !isOne(value)) }).toEqual({
            of: measure.name,
            figure,
            wrong: [],
          });
        }
      },
      WITHIN_MS,
    );
  }
});

import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Pool } from 'undici';
import { inspect, startPdfium } from '../arms/bare-pdfium';
import { another, aPdf } from '../arms/pdfs';
import { withArm } from '../arms/with-arm';
import { actsPerSecond, timeOf } from '../measuring/load';
import type { Measure, Row } from '../measuring/measure';
import { median, pairs, row } from '../measuring/pairs';
import { CLERK, DEALING_HANDS } from '../office/people';
import type { Ground, Section } from './section';

const run = promisify(execFile);
const MIB = 2 ** 20;
const CLIENTS = 4;
const LARGE: Measure = { name: 'upload of 50 MiB: `cp` and `sha256sum` ÷ ours', goal: { must: 0.4, aim: 0.8 } };
const BESIDE_PROCESS: Measure = {
  name: 'upload of one page ÷ a bare PDFium in a process of its own',
  goal: { must: 1.5, aim: 1.2, atMost: true },
};
const BESIDE_MEMORY: Measure = { name: 'the same ÷ one with a memory of its own, in a process that is running' };
const BESIDE_RUNNING: Measure = { name: 'the same ÷ one that is running already' };
const MANY: Measure = {
  name: `uploads of 1 MB a second ÷ a bare Fastify that looks at nothing, ${CLIENTS} clients`,
  goal: { must: 0.4, aim: 0.7 },
};
const WHOLE = {
  largeBytes: 50 * MIB - 4096,
  large: 8,
  onePage: 40,
  startedAnew: 20,
  warmUp: 3,
  manyPairs: 6,
  armMs: 5000,
};
type Extent = typeof WHOLE;

/** A PDF from outside: taken, looked at, stored and named in one request. */
export const uploads: Section<Extent> = {
  name: 'uploads',
  needs: ['large'],
  measures: [LARGE, BESIDE_PROCESS, BESIDE_MEMORY, BESIDE_RUNNING, MANY],
  whole: WHOLE,
  least: {
    largeBytes: 10_000,
    large: 1,
    onePage: 1,
    startedAnew: 1,
    warmUp: 1,
    manyPairs: 1,
    armMs: 100,
  },
  async measure(ground, extent) {
    return [await large(ground, extent), ...(await onePage(ground, extent)), await manyOfOneMegabyte(ground, extent)];
  },
};

/** Uploaders take turns: nobody may send more than so many a minute. */
let turn = 0;
const somebody = () => DEALING_HANDS[turn++ % DEALING_HANDS.length] ?? CLERK;

async function large({ folder, large: office }: Ground, { largeBytes, large: count }: Extent): Promise<Row> {
  const pdf = await aPdf({ bytes: largeBytes });
  const path = join(folder, 'large.pdf');
  const ours = () => {
    const body = another(pdf);
    return timeOf(() => office.upload(somebody(), body));
  };
  const theirs = async () => {
    await writeFile(path, another(pdf));
    return await timeOf(async () => {
      await run('cp', [path, `${path}.copy`]);
      await run('sha256sum', [`${path}.copy`]);
    });
  };
  await ours();
  await theirs();
  const { a, b } = await pairs(ours, theirs, count);
  const of = `cp + sha256sum ${median(b).toFixed(0)} ms, ours ${median(a).toFixed(0)} ms`;
  const ratios = b.map((time, pair) => time / (a[pair] ?? Number.NaN));
  return row(LARGE, ratios, of, { ours: { value: median(a), unit: 'ms' } });
}

async function onePage(
  { folder, large: office }: Ground,
  { onePage: count, startedAnew, warmUp }: Extent,
): Promise<Row[]> {
  const pdf = await aPdf({ pages: 1 });
  const path = join(folder, 'one-page.pdf');
  const pdfium = await startPdfium();
  const ours = () => {
    const body = another(pdf);
    return timeOf(() => office.upload(somebody(), body));
  };
  const alone = async () => {
    await writeFile(path, another(pdf));
    const words = [join(__dirname, '..', 'run.cjs'), 'arms/bare-pdfium.ts', path];
    return await timeOf(() => run(process.execPath, words));
  };
  const ownInstance = async () => {
    await writeFile(path, another(pdf));
    return await timeOf(async () => inspect(await startPdfium(), path));
  };
  const running = async () => {
    await writeFile(path, another(pdf));
    return await timeOf(() => Promise.resolve(inspect(pdfium, path)));
  };
  for (let time = 0; time < warmUp; time++) await ours();
  for (let time = 0; time < warmUp; time++) await ownInstance();
  const rows: Row[] = [];
  for (const [measure, arm, times] of [
    [BESIDE_PROCESS, alone, startedAnew],
    [BESIDE_MEMORY, ownInstance, count],
    [BESIDE_RUNNING, running, count],
  ] as const) {
    const { a, b, ratios } = await pairs(ours, arm, times);
    const of = `ours ${median(a).toFixed(1)} ms, PDFium ${median(b).toFixed(1)} ms`;
    rows.push(row(measure, ratios, of, { ours: { value: median(a), unit: 'ms' } }));
  }
  return rows;
}

async function manyOfOneMegabyte({ folder, large: office }: Ground, { manyPairs, armMs }: Extent): Promise<Row> {
  const pdf = await aPdf({ bytes: 1_000_000 });
  const stored = join(folder, 'bare-uploads');
  mkdirSync(stored, { recursive: true });
  return await withArm('bare-upload.ts', [stored], async (url) => {
    const http = new Pool(url, { connections: CLIENTS });
    const ours = () =>
      actsPerSecond(CLIENTS, armMs, async () => {
        await office.upload(somebody(), another(pdf));
      });
    const theirs = () =>
      actsPerSecond(CLIENTS, armMs, async () => {
        const headers = { 'content-type': 'application/pdf' };
        const answer = await http.request({ method: 'POST', path: '/', headers, body: another(pdf) });
        if (answer.statusCode !== 200) throw new Error(await answer.body.text());
        await answer.body.arrayBuffer();
      });
    await ours();
    const { a, b, ratios } = await pairs(ours, theirs, manyPairs);
    await http.destroy();
    const of = `${median(a).toFixed(1)} a second; bare Fastify ${median(b).toFixed(1)}`;
    return row(MANY, ratios, of, { ours: { value: median(a), unit: 'a second' } });
  });
}

import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Pool } from 'undici';
import { inspect, startPdfium } from '../arms/bare-pdfium';
import { another, aPdf } from '../arms/pdfs';
import { startArm } from '../arms/start-arm';
import { actsPerSecond, timeOf } from '../measuring/load';
import { median, pairs, type Row, row } from '../measuring/pairs';
import { CLERK, DEALING_HANDS } from '../office/people';
import type { Ground, Section } from './section';

const run = promisify(execFile);
const MIB = 2 ** 20;
const LARGE_BYTES = 50 * MIB - 4096;
const CLIENTS = 4;
const ARM_MS = 5000;

/** A PDF from outside: taken, looked at, stored and named in one request. */
export const uploads: Section = {
  name: 'uploads',
  needs: ['large'],
  async measure(ground) {
    return [await large(ground), ...(await onePage(ground)), await manyOfOneMegabyte(ground)];
  },
};

/** Uploaders take turns: nobody may send more than so many a minute. */
let turn = 0;
const somebody = () => DEALING_HANDS[turn++ % DEALING_HANDS.length] ?? CLERK;

async function large({ folder, large: office }: Ground): Promise<Row> {
  const pdf = await aPdf({ bytes: LARGE_BYTES });
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
  const { a, b } = await pairs(ours, theirs, 8);
  const of = `cp + sha256sum ${median(b).toFixed(0)} ms, ours ${median(a).toFixed(0)} ms`;
  const ratios = b.map((time, pair) => time / (a[pair] ?? Number.NaN));
  return row('upload of 50 MiB: cp + sha256sum ÷ ours', ratios, of, { must: 0.4, aim: 0.8 });
}

async function onePage({ folder, large: office }: Ground): Promise<Row[]> {
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
  for (let time = 0; time < 3; time++) await ours();
  for (let time = 0; time < 3; time++) await ownInstance();
  const rows: Row[] = [];
  for (const [name, arm, count, goal] of [
    ['in a process of its own', alone, 20, { must: 1.5, aim: 1.2, atMost: true }],
    ['with a memory of its own, in a process that is running', ownInstance, 40, undefined],
    ['that is running already', running, 40, undefined],
  ] as const) {
    const { a, b, ratios } = await pairs(ours, arm, count);
    const of = `ours ${median(a).toFixed(1)} ms, PDFium ${median(b).toFixed(1)} ms`;
    rows.push(row(`upload of one page ÷ bare PDFium ${name}`, ratios, of, goal));
  }
  return rows;
}

async function manyOfOneMegabyte({ folder, large: office }: Ground): Promise<Row> {
  const pdf = await aPdf({ bytes: 1_000_000 });
  const stored = join(folder, 'bare-uploads');
  mkdirSync(stored, { recursive: true });
  const bare = await startArm('bare-upload.ts', stored);
  const http = new Pool(bare.url, { connections: CLIENTS });
  const ours = () =>
    actsPerSecond(CLIENTS, ARM_MS, async () => {
      await office.upload(somebody(), another(pdf));
    });
  const theirs = () =>
    actsPerSecond(CLIENTS, ARM_MS, async () => {
      const headers = { 'content-type': 'application/pdf' };
      const answer = await http.request({ method: 'POST', path: '/', headers, body: another(pdf) });
      if (answer.statusCode !== 200) throw new Error(await answer.body.text());
      await answer.body.arrayBuffer();
    });
  await ours();
  const { a, b, ratios } = await pairs(ours, theirs, 6);
  await http.destroy();
  bare.stop();
  const of = `${median(a).toFixed(1)} a second; bare Fastify ${median(b).toFixed(1)}`;
  return row(`uploads of 1 MB a second ÷ bare Fastify, ${CLIENTS} clients`, ratios, of, { must: 0.4, aim: 0.7 });
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { isReached, type Row } from './measuring/pairs';

export interface Report {
  readonly files: number;
  readonly rows: readonly Row[];
  readonly minutes: number;
}

const number = (value: number) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));

/** The table for people, in Markdown. */
export function table(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const { measure, median, low, high, n, goal, of } = row;
    const sign = goal?.atMost ? '≤' : '≥';
    const asked = goal ? [`${sign} ${goal.must}`, `${sign} ${goal.aim}`] : ['–', '–'];
    const reached = isReached(row) === null ? '–' : isReached(row, 'aim') ? 'aim' : isReached(row) ? 'must' : '**no**';
    return `| ${[measure, `**${number(median)}** (${number(low)}–${number(high)})`, n, ...asked, reached, of].join(' | ')} |`;
  });
  return [
    '| measure | median (95 %) | n | must | aim | reached | made of |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}

/** The same for programs, beside the table. @returns the file's path. */
export function writeReport(report: Report): string {
  const folder = join(__dirname, 'results');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${report.files}.json`);
  const [processor] = cpus();
  const machine = {
    processors: cpus().length,
    processor: processor?.model ?? '',
    memoryGib: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    platform: process.platform,
  };
  const rows = report.rows.map((row) => ({ ...row, reached: isReached(row) }));
  writeFileSync(path, `${JSON.stringify({ at: new Date().toISOString(), machine, ...report, rows }, null, 2)}\n`);
  return path;
}

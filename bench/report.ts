import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { inWords, isReached, type Row } from './measuring/measure';
import { type Line, linesIn, mergedLines, withLines } from './table/readme-table';
import { MEASURES } from './sections';

const ROOT = join(__dirname, '..');
const README = join(ROOT, 'README.md');

export interface Report {
  readonly files: number;
  readonly rows: readonly Row[];
  readonly lines: readonly Line[];
  readonly minutes: number;
}

/** Every figure with its interval, in Markdown. */
export function table(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const { measure, figure, median, low, high, n, of } = row;
    const { goal, unit } = measure;
    const sign = goal?.atMost ? '≤' : '≥';
    const asked = goal ? [`${sign} ${goal.must}`, `${sign} ${goal.aim}`] : ['–', '–'];
    const reached = isReached(row) === null ? '–' : isReached(row, 'aim') ? 'aim' : isReached(row) ? 'must' : '**no**';
    const name = figure ? `${measure.name}: ${figure}` : measure.name;
    const value = `**${inWords(median)}** (${inWords(low)}–${inWords(high)})${unit ? ` ${unit}` : ''}`;
    return `| ${[name, value, n, ...asked, reached, of].join(' | ')} |`;
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

/** Every line of the README's table: of what was measured anew the new one. */
export const linesOfReadme = (fresh: readonly Line[]): Line[] =>
  mergedLines(MEASURES, linesIn(readFileSync(README, 'utf8')), fresh);

export function writeReadme(fresh: readonly Line[]): void {
  writeFileSync(README, withLines(readFileSync(README, 'utf8'), linesOfReadme(fresh)));
  execFileSync(process.execPath, [require.resolve('prettier/bin/prettier.cjs'), '--write', README]);
}

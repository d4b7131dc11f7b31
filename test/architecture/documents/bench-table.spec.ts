import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Measure, Row } from '../../../bench/measuring/measure';
import { MEASURES } from '../../../bench/sections';
import { lineOf, linesIn, mergedLines, tableOf, withLines } from '../../../bench/table/readme-table';

const README = readFileSync(join(__dirname, '..', '..', '..', 'README.md'), 'utf8');
const CONDITIONS = {
  at: new Date('2026-12-01T09:00:00Z'),
  commit: '0123abcd',
  files: 100_000,
  cores: 2,
  load: [0.42, 3],
} as const;
const measured = '1 December 2026, 0123abcd, 100,000 files, load 0.4 to 3.0 on 2 cores';

const row = (measure: Measure, figure: string, median: number, ours?: Row['ours']): Row => ({
  measure,
  figure,
  median,
  low: median,
  high: median,
  n: 1,
  of: '',
  ...(ours ? { ours } : {}),
});

describe("The README's table of how fast it is", () => {
  it('has the lines that the sections of the bench declare, with their goals, as the bench writes them', () => {
    expect(linesIn(README)).toEqual(mergedLines(MEASURES, linesIn(README), []));
  });

  it('is written as the bench writes it, apart from the width of its columns', () => {
    const narrow = README.replace(/ +/g, ' ').replace(/-{3,}/g, '---');
    expect(narrow).toContain(tableOf(linesIn(README)));
  });

  it('says of each line what was found and when, or that nobody has measured it', () => {
    for (const { found, reached, measured: when } of linesIn(README)) {
      if (when === 'not yet') expect([found, reached]).toEqual(['–', '–']);
      else expect(`${found}, ${when}`).toMatch(/^\d.*, \d+ \w+ 20\d\d, .+[\d,]+ files/);
    }
  });

  it('names each measure once', () => {
    expect(new Set(MEASURES.map(({ name }) => name)).size).toBe(MEASURES.length);
  });

  it('takes what was measured anew, and keeps the rest', () => {
    const [first, second] = MEASURES;
    if (!first || !second) throw new Error('the bench measures nothing');
    const rows = [row(first, '4 connections', 0.5), row(first, '16 connections', 0.25)];
    const fresh = lineOf(first, rows, CONDITIONS);
    const written = linesIn(withLines(README, mergedLines(MEASURES, linesIn(README), [fresh])));
    expect(written[0]).toEqual({ ...fresh, found: '0.50, 0.25', reached: 'no', measured });
    expect(written.slice(1)).toEqual(linesIn(README).slice(1));
  });
});

describe('A line of the table', () => {
  const ratio: Measure = { name: 'ours ÷ theirs', figures: ['1', '4'], goal: { must: 0.5, aim: 0.9 } };

  it('gives each figure, and what the office reached', () => {
    const rows = [
      row(ratio, '4', 0.5, { value: 123.4, unit: 'a second' }),
      row(ratio, '1', 0.95, { value: 45.67, unit: 'a second' }),
    ];
    expect(lineOf(ratio, rows, CONDITIONS)).toEqual({
      measure: 'ours ÷ theirs',
      found: '0.95, 0.50 (45.7, 123 a second)',
      goal: '≥ 0.5, aim 0.9',
      reached: 'yes',
      measured,
    });
  });

  it('reaches its goal with all figures or not at all', () => {
    const reached = (one: number, other: number) =>
      lineOf(ratio, [row(ratio, '1', one), row(ratio, '4', other)], CONDITIONS).reached;
    expect([reached(0.9, 0.95), reached(0.9, 0.89), reached(0.95, 0.49)]).toEqual(['aim', 'yes', 'no']);
  });

  it('gives how many of many figures reach the goal, and the worst', () => {
    const figures = ['a', 'b', 'c'];
    const times: Measure = {
      name: 'p95',
      figures,
      asWorst: true,
      unit: 'ms',
      goal: { must: 20, aim: 10, atMost: true },
    };
    const rows = [row(times, 'a', 9), row(times, 'b', 20), row(times, 'c', 20.5)];
    expect(lineOf(times, rows, CONDITIONS)).toMatchObject({
      found: '2 of 3; worst 20.5 ms',
      goal: '≤ 20, aim 10 ms',
      reached: 'no',
    });
  });

  it('has no goal where none is asked', () => {
    const { goal, ...without } = ratio;
    expect(goal).toBeDefined();
    const line = lineOf(without, [row(without, '1', 1), row(without, '4', 2)], CONDITIONS);
    expect(line).toMatchObject({ goal: '–', reached: '–' });
  });

  it('is not written when a figure is missing', () => {
    expect(() => lineOf(ratio, [row(ratio, '1', 1)], CONDITIONS)).toThrow('there is no figure 4');
  });

  it('is read as it is written', () => {
    const line = lineOf(ratio, [row(ratio, '1', 1), row(ratio, '4', 2)], { ...CONDITIONS, commit: null });
    expect(line.measured).toContain('no commit known');
    const readme = withLines(README, [line]);
    expect(readme).toContain(tableOf([line]));
    expect(linesIn(readme)).toEqual([line]);
  });
});

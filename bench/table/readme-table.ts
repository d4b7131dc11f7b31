import { figuresOf, type Goal, inWords, isReached, type Measure, type Row } from '../measuring/measure';

/** A line of the README's table, as it is printed. */
export interface Line {
  readonly measure: string;
  readonly found: string;
  readonly goal: string;
  readonly reached: string;
  /** When, of which version, with how many files and beside what load. */
  readonly measured: string;
}

/** Under what a section was measured. */
export interface Conditions {
  readonly at: Date;
  /** Of the version that was measured; null where there is no git. */
  readonly commit: string | null;
  /** Of the large office. */
  readonly files: number;
  readonly cores: number;
  /** The load average of a minute, before and after. */
  readonly load: readonly [before: number, after: number];
}

const BEGIN = '<!-- Written by `npm run bench -- --table`. -->';
const END = '<!-- The end of what the bench writes. -->';
const COLUMNS = ['measure', 'found', 'goal', 'reached', 'measured'] as const;
const NOT_MEASURED = { found: '–', reached: '–', measured: 'not yet' };

/** What was found of a measure. @throws Error when one of its figures is missing. */
export function lineOf(measure: Measure, rows: readonly Row[], conditions: Conditions): Line {
  const found = figuresOf(measure).map((figure) => {
    const row = rows.find((each) => each.measure.name === measure.name && each.figure === figure);
    if (!row) throw new Error(`${measure.name}: there is no figure ${figure}`);
    return row;
  });
  return {
    measure: measure.name,
    found: measure.asWorst ? worstOf(found) : eachOf(found),
    goal: goalOf(measure),
    reached: reachedBy(found),
    measured: measuredUnder(conditions),
  };
}

/** A line for every measure: the one found now, else what the README says, else that nobody has measured it. */
export function mergedLines(measures: readonly Measure[], old: readonly Line[], fresh: readonly Line[]): Line[] {
  return measures.map((measure) => {
    const known = [...fresh, ...old].find((line) => line.measure === measure.name) ?? NOT_MEASURED;
    return { ...known, measure: measure.name, goal: goalOf(measure) };
  });
}

export function linesIn(readme: string): Line[] {
  const [, , ...rows] = between(readme).trim().split('\n');
  return rows.map((row) => {
    const [measure = '', found = '', goal = '', reached = '', measured = ''] = row
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    return { measure, found, goal, reached, measured };
  });
}

export function withLines(readme: string, lines: readonly Line[]): string {
  return readme.replace(between(readme), () => `\n\n${tableOf(lines)}\n\n`);
}

export function tableOf(lines: readonly Line[]): string {
  const rows = [COLUMNS, COLUMNS.map(() => '---'), ...lines.map((line) => COLUMNS.map((column) => line[column]))];
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function between(readme: string): string {
  const [begin, end] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error('The README has no place for the table of the bench');
  return readme.slice(begin + BEGIN.length, end);
}

function eachOf(rows: readonly Row[]): string {
  const unit = rows[0]?.measure.unit;
  const values = rows.map(({ median }) => inWords(median)).join(', ') + (unit ? ` ${unit}` : '');
  const ours = rows.flatMap((row) => row.ours ?? []);
  if (ours.length === 0) return values;
  return `${values} (${ours.map(({ value }) => inWords(value)).join(', ')} ${ours[0]?.unit ?? ''})`;
}

function worstOf(rows: readonly Row[]): string {
  const { goal, unit } = rows[0]?.measure ?? {};
  const medians = rows.map(({ median }) => median);
  const worst = goal?.atMost === false ? Math.min(...medians) : Math.max(...medians);
  return `${rows.filter((row) => isReached(row)).length} of ${rows.length}; worst ${inWords(worst)}${unit ? ` ${unit}` : ''}`;
}

function goalOf({ goal, unit }: Measure): string {
  if (!goal) return '–';
  return `${sign(goal)} ${goal.must}, aim ${goal.aim}${unit ? ` ${unit}` : ''}`;
}

const sign = ({ atMost }: Goal) => (atMost ? '≤' : '≥');

function reachedBy(rows: readonly Row[]): string {
  if (rows.some((row) => isReached(row) === null)) return '–';
  if (rows.every((row) => isReached(row, 'aim'))) return 'aim';
  return rows.every((row) => isReached(row)) ? 'yes' : 'no';
}

function measuredUnder({ at, commit, files, cores, load }: Conditions): string {
  const day = at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const [before, after] = load.map((each) => each.toFixed(1));
  const version = commit ?? 'no commit known';
  return `${day}, ${version}, ${files.toLocaleString('en')} files, load ${before} to ${after} on ${cores} cores`;
}

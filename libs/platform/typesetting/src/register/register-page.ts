import { fill, formatDate, platformWords } from '@patravali/language';
import { generatedLine } from '../setting/generated';
import { templateOf } from '../setting/templates';
import type { TypesetInput } from '../setting/typeset';
import type { RegisterData } from './register-data';

export function registerPage(register: RegisterData): TypesetInput {
  const { language, title, office, unit, columns, rows: entries, sum } = register;
  const rows = sum ? [...entries, sum] : entries;
  const words = platformWords(language).printedRegister;
  return {
    template: templateOf('platform/typesetting', 'register'),
    narrow: ['rows'],
    data: {
      language,
      title,
      office,
      unit,
      rows,
      together: rows.map((row) => staysTogether(row, register)),
      period: period(register),
      entries: fill(words.entries, { count: String(entries.length) }, language),
      widths: columns.map(({ width }) => width),
      headings: columns.map(({ heading }) => heading),
      empty: words.empty,
      checkpoint: register.checkpoint ?? null,
      generated: generatedLine(register.generated, language, 'register'),
    },
  };
}

/** Letters that surely fit on half a page, were a column as wide as it. */
const LETTERS_ON_HALF_A_PAGE = 3000;

/** A line of a register is not divided between two pages, unless it might be longer than one. */
function staysTogether(row: readonly string[], { columns }: RegisterData): boolean {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  return columns.every(({ width }, index) => (row[index] ?? '').length <= (LETTERS_ON_HALF_A_PAGE * width) / whole);
}

function period({ from, to, language }: RegisterData): string | null {
  const { between, since, until } = platformWords(language).printedRegister;
  const day = (value: string | null) => (value ? formatDate('register', value, language) : '');
  const days = { from: day(from), to: day(to) };
  if (from && to) return from === to ? days.from : fill(between, days, language);
  if (from) return fill(since, days, language);
  return to ? fill(until, days, language) : null;
}

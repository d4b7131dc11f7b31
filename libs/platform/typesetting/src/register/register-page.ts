import { fill, formatDate, messagesOf } from '@patravali/messages';
import { generatedLine } from '../generated';
import { templateOf } from '../templates';
import type { TypesetInput } from '../typeset';
import type { RegisterData } from './register-data';

export function registerPage(register: RegisterData): TypesetInput {
  const { language, title, office, unit, columns, rows } = register;
  const words = messagesOf('printed-register', language);
  return {
    template: templateOf('platform/typesetting', 'register'),
    narrow: ['rows'],
    data: {
      ...{ language, title, office, unit, rows },
      period: period(register),
      entries: fill(words.entries, { count: String(rows.length) }, language),
      widths: columns.map(({ width }) => width),
      headings: columns.map(({ heading }) => heading),
      empty: words.empty,
      generated: generatedLine(register.generated, language, 'register'),
    },
  };
}

function period({ from, to, language }: RegisterData): string | null {
  const { between, since, until } = messagesOf('printed-register', language);
  const day = (value: string | null) => (value ? formatDate('register', value, language) : '');
  const days = { from: day(from), to: day(to) };
  if (from && to) return from === to ? days.from : fill(between, days, language);
  if (from) return fill(since, days, language);
  return to ? fill(until, days, language) : null;
}

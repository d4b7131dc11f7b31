import { printedDay } from './dates';
import { generatedLine } from './note-sheet-page';
import { printable } from './printable';
import type { RegisterData } from './register-data';
import { fill, WORDS } from './words';

/** A column of the register is narrow: what is longer may break sooner. */
const LONGEST_UNBROKEN = 14;

/** What `register.typ` is given. */
export function registerPage(register: RegisterData) {
  const words = WORDS[register.language].register;
  return {
    language: register.language,
    title: words[register.kind],
    office: printable(register.office),
    unit: register.unit && printable(register.unit),
    period: period(register),
    entries: fill(words.entries, { count: register.rows.length }),
    widths: register.columns.map(({ width }) => width),
    headings: register.columns.map(({ heading }) => printable(heading)),
    rows: register.rows.map((row) => row.map((cell) => printable(cell, LONGEST_UNBROKEN))),
    empty: words.empty,
    generated: generatedLine(register.generated, register.language),
  };
}

function period({ from, to, language }: RegisterData): string | null {
  const { between, since, until } = WORDS[language].register;
  const days = { from: from ? printedDay(from, language) : '', to: to ? printedDay(to, language) : '' };
  if (from && to) return from === to ? days.from : fill(between, days);
  if (from) return fill(since, days);
  return to ? fill(until, days) : null;
}

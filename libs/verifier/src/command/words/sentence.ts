import type { Particulars } from '../../primitives/wrong';
import { en, rowsInEnglish } from './en';
import { hi, rowsInHindi } from './hi';
import { fill, type Words } from './words';

export const WORDS = { hi, en };

/** A sentence in both languages. */
export type InBoth = Readonly<Record<keyof typeof WORDS, string>>;

export function sentence(code: keyof Words, particulars: Particulars): InBoth {
  return {
    hi: fill(hi[code], withRow(particulars, rowsInHindi)),
    en: fill(en[code], withRow(particulars, rowsInEnglish)),
  };
}

/** A row is told by what it is, and then by its own name. */
function withRow({ row, ...others }: Particulars, kinds: Readonly<Record<string, string>>): Particulars {
  if (row === undefined) return others;
  const kind = kinds[String(row).split(' ')[0] ?? ''];
  return { ...others, row: kind === undefined ? row : `${kind} (${row})` };
}

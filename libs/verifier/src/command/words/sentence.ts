import type { Particulars } from '../../primitives/wrong';
import { en } from './en';
import { hi } from './hi';
import { rowInWords } from './row-names';
import { fill, type Words } from './words';

export const WORDS = { hi, en };

/** A sentence in both languages. */
export type InBoth = Readonly<Record<keyof typeof WORDS, string>>;

export function sentence(code: keyof Words, particulars: Particulars): InBoth {
  const row = rowInWords(String(particulars.row ?? ''));
  return {
    hi: fill(hi[code], { ...particulars, row: row.hi }),
    en: fill(en[code], { ...particulars, row: row.en }),
  };
}

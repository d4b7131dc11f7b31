import { compactWord } from '@patravali/devanagari';

const LETTERS = Array.from({ length: 0x80 }, (_, at) => String.fromCharCode(0x900 + at))
  .filter((letter) => compactWord(letter) !== letter)
  .join('');

/** The stem of a folded word as the index keeps it; both are SQL. */
export const shortStem = (word: string): string =>
  `translate(search_stem(${word}), '${LETTERS}', '${compactWord(LETTERS)}')`;

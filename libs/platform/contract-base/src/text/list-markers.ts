import type { ListStyle } from './structured-text';

const lettersBetween = (first: number, last: number, except: readonly number[] = []): string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .filter((code) => !except.includes(code))
    .map((code) => String.fromCodePoint(code));

/** From क to ह, without the letters that Hindi does not have (ऩ ऱ ळ ऴ). */
const HINDI = lettersBetween(0x915, 0x939, [0x929, 0x931, 0x933, 0x934]);
const LATIN = lettersBetween(0x61, 0x7a);

/** What stands before an item, the same on the screen, on paper and in plain text. @param place from 1. */
export function listMarker(style: ListStyle, place: number): string {
  if (style === 'decimal') return `${place}.`;
  if (style === 'letters-hi') return `(${lettered(HINDI, place)})`;
  if (style === 'letters-en') return `(${lettered(LATIN, place)})`;
  if (style === 'roman') return `(${roman(place)})`;
  return '•';
}

export interface MarkedItem<Item> {
  readonly marker: string;
  readonly item: Item;
}

export function markedItems<Item>(list: {
  readonly style: ListStyle;
  readonly items: readonly Item[];
}): MarkedItem<Item>[] {
  return list.items.map((item, index) => ({ marker: listMarker(list.style, index + 1), item }));
}

/** After the last letter they are doubled: (ह), (कक), (कख). */
function lettered(letters: readonly string[], place: number): string {
  const before = Math.floor((place - 1) / letters.length);
  return (before > 0 ? lettered(letters, before) : '') + (letters[(place - 1) % letters.length] ?? '');
}

const NUMERALS: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** In small letters. */
export function roman(number: number): string {
  let rest = number;
  let written = '';
  for (const [value, letters] of NUMERALS)
    while (rest >= value) {
      written += letters;
      rest -= value;
    }
  return written;
}

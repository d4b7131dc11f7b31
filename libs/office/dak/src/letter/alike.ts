/** Words as an office writes them and as OCR reads them are compared without what is mistaken most. */
const HALF_NASAL = /[\u0919\u091e\u0923\u0928\u092e]\u094d(?=[\u0915-\u0939])/gu;

/** A word without the differences of spelling that mean nothing, and those that are misread most. */
export function folded(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u093c\u0903\u200c\u200d]/gu, '')
    .normalize('NFC')
    .replaceAll(HALF_NASAL, '\u0902')
    .replaceAll('\u0901', '\u0902')
    .replaceAll('\u093f', '\u0940')
    .replaceAll('\u0941', '\u0942')
    .replaceAll('\u0948', '\u0947')
    .replaceAll('\u094c', '\u094b')
    .replaceAll('\u092c', '\u0935')
    .replaceAll('\u0937', '\u0936');
}

/** Letters to insert, to leave out or to put for others until one word is the other. */
export function distance(one: string, other: string): number {
  const [left, right] = [Array.from(one), Array.from(other)];
  let row = right.map((_, index) => index + 1);
  left.forEach((letter, at) => {
    let [diagonal, before] = [at, at + 1];
    row = row.map((above, index) => {
      before = Math.min(above + 1, before + 1, diagonal + Number(letter !== right[index]));
      diagonal = above;
      return before;
    });
  });
  return row.at(-1) ?? left.length;
}

/** Words shorter than this are other words when a letter of them is another. */
const TELLING = 5;

export type Likeness = 'same' | 'alike' | null;

/** Whether a word that was read is this one: as it is, or with a letter misread. */
export function likeness(read: string, word: string): Likeness {
  const [one, other] = [folded(read), folded(word)];
  if (one === other) return 'same';
  const length = Math.min(one.length, other.length);
  if (length < TELLING || Math.abs(one.length - other.length) > 1) return null;
  return distance(one, other) === 1 ? 'alike' : null;
}

/** A word of letters; the signs of an abbreviation stand between two. */
const WORD = /[\p{L}\p{M}]+/gu;

export interface PlacedWord {
  readonly text: string;
  readonly at: number;
}

export const wordsOf = (text: string): PlacedWord[] =>
  Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ text: word, at: index }));

/** Phrases, each as its words. */
export type Phrases = readonly (readonly string[])[];
export const phrases = (list: string): Phrases => list.split('|').map((phrase) => phrase.trim().split(' '));

export interface Said {
  /** Where what follows begins. */
  readonly end: number;
  readonly exact: boolean;
}

/** Whether one of the phrases stands there, and where it ends. The longest counts. */
export function saidAt(words: readonly PlacedWord[], index: number, said: Phrases): Said | null {
  let found: (Said & { readonly length: number }) | null = null;
  for (const phrase of said) {
    if (found && found.length >= phrase.length) continue;
    const likenesses = phrase.map((word, at) => likeness(words[index + at]?.text ?? '', word));
    const last = words[index + phrase.length - 1];
    if (!last || likenesses.includes(null)) continue;
    found = { end: last.at + last.text.length, exact: !likenesses.includes('alike'), length: phrase.length };
  }
  return found;
}

const isNothing = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text);

/** What stands between a label and what it names. */
const BETWEEN = /^[\s:;.,\-–—=|\u09660]*/u;
const OTHER_LABEL = /^\s?[/|]\s?[\p{L}\p{M}\d]{2,12}[:;]\s?/u;
const POINTED = /^\s*[:;.\-–—=|\u0966/]/u;

/** A label at the beginning of what is left of a line: where that which it names begins, in two languages as in one. */
export function afterLabel(text: string, from: number, labels: Phrases): number | null {
  const words = wordsOf(text).filter(({ at }) => at >= from);
  const first = words[0];
  if (!first || !isNothing(text.slice(from, first.at))) return null;
  const said = saidAt(words, 0, labels);
  if (!said) return null;
  const rest = text.slice(said.end);
  // A word that is only alike is a label where it is pointed as one, or stands alone.
  if (!said.exact && !POINTED.test(rest) && !isNothing(rest)) return null;
  // "Sub-Divisional" is no subject.
  if (/^-[A-Za-z]/u.test(rest)) return null;
  const other = /^\s?[/|]\s?/u.exec(rest);
  const second = other ? afterLabel(text, said.end + other[0].length, labels) : null;
  if (second !== null) return second;
  // The same in the other language, misread.
  const misread = other ? OTHER_LABEL.exec(rest) : null;
  if (misread) return said.end + misread[0].length;
  const between = BETWEEN.exec(rest)?.[0] ?? '';
  // A zero that belongs to a number stays with it.
  let end = between.length;
  while (end > 0 && '\u09660'.includes(between.charAt(end - 1))) end--;
  return said.end + end;
}

/** Whether a word of these is somewhere in the text. */
export function hasWord(text: string, words: readonly string[]): boolean {
  return wordsOf(text).some(({ text: read }) => words.some((word) => likeness(read, word) !== null));
}

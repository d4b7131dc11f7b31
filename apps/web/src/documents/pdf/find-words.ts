import { westernDigits } from '@language/digits';
import { DIVIDING_HYPHEN } from './characters';

/** Some characters of a page, counted as PDFium counts them. */
export interface CharacterRange {
  start: number;
  count: number;
}

/** A letter with its signs, or the space between two words: how it is compared, and which characters it is. */
interface FoldedCharacter extends CharacterRange {
  text: string;
}

const SPACE = /^\s/u;
/** What belongs to the letter before it: signs, joiners, and what nobody sees. */
const SIGN = /^[\p{M}\u200b-\u200d\u2060\ufeff]?$/u;
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;

/**
 * Where words stand in the characters of a page, however they were typed: in either form of a letter with a nukta, with or
 * without joiners, in capitals or not, in the digits of either script, and over the end of a line.
 */
export function findWords(characters: readonly string[], words: string): CharacterRange[] {
  const letters = lettersOf(characters);
  const text = letters.map((letter) => letter.text).join('');
  const letterAt = letters.flatMap((letter) => Array.from({ length: letter.text.length }, () => letter));
  const wanted = lettersOf(Array.from(words))
    .map((letter) => letter.text)
    .join('');
  const found: CharacterRange[] = [];
  for (let at = wanted === '' ? -1 : text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    const [first, last] = [letterAt[at], letterAt[at + wanted.length - 1]];
    if (first && last) found.push({ start: first.start, count: last.start + last.count - first.start });
  }
  return found;
}

function lettersOf(characters: readonly string[]): FoldedCharacter[] {
  const letters: FoldedCharacter[] = [];
  for (const [start, character] of characters.entries()) {
    const last = letters.at(-1);
    if (last && belongsTo(last, character)) {
      last.text += character;
      last.count += 1;
    } else letters.push({ text: character, start, count: 1 });
  }
  return letters.map((letter) => ({ ...letter, text: compared(letter.text) }));
}

function belongsTo({ text }: FoldedCharacter, character: string): boolean {
  return SPACE.test(character) ? SPACE.test(text) || text.startsWith(DIVIDING_HYPHEN) : SIGN.test(character);
}

function compared(letter: string): string {
  if (SPACE.test(letter)) return ' ';
  if (letter.startsWith(DIVIDING_HYPHEN)) return '';
  return westernDigits(letter).replace(UNSEEN, '').normalize('NFC').toLowerCase();
}

import { codeOf, printable, unprintableCharacters } from './printable';

/** A column of a register is narrow: what is longer may break sooner. */
const NARROW = 14;

/** Data for a template with every text in it made printable. Those under the keys in `narrow` break sooner. */
export function printableData(data: object, narrow: readonly string[]): object {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, everyText(value, narrow.includes(key) ? NARROW : undefined)]),
  );
}

function everyText(value: unknown, longestUnbroken: number | undefined): unknown {
  if (typeof value === 'string')
    return longestUnbroken === undefined ? remembered(value) : printable(value, longestUnbroken);
  if (Array.isArray(value)) return value.map((each) => everyText(each, longestUnbroken));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, everyText(each, longestUnbroken)]));
}

/** The texts of a note sheet come again with its next note. */
const before = new Map<string, string>();
let lettersRemembered = 0;
const MOST_LETTERS = 1_000_000;

function remembered(text: string): string {
  const known = before.get(text);
  if (known !== undefined) return known;
  const made = printable(text);
  lettersRemembered += text.length;
  if (lettersRemembered > MOST_LETTERS) before.clear();
  if (lettersRemembered > MOST_LETTERS) lettersRemembered = text.length;
  before.set(text, made);
  return made;
}

/** The codes (`U+1F600`) of the characters in any text of it that no font of ours has, each once. */
export function unprintableIn(data: unknown): string[] {
  if (typeof data === 'string') return unprintableCharacters(data).map(codeOf);
  if (typeof data !== 'object' || data === null) return [];
  return [...new Set(Object.values(data).flatMap(unprintableIn))];
}

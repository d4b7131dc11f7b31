import type { SqlRunner } from '@patravali/database';
import { type PlacedWord, placedWordsIn } from '@patravali/devanagari';
import type { SearchWords } from '../words/search-words';

/** Texts are looked through so far: what is found behind it is found, but not shown. */
const MOST_LETTERS = 50_000;
/** How much of a text is shown around what was found. */
const SHOWN = 220;
/** And how much of that stands before it. */
const BEFORE = 60;

/** A text with the places of what was found in it. */
export interface Marked {
  readonly text: string;
  readonly marks: readonly { readonly from: number; readonly to: number }[];
}

/** Marks in each text the words that have one of these stems: one statement at most for all of them. */
export async function markedIn(
  database: SqlRunner,
  known: SearchWords,
  texts: readonly string[],
  stems: ReadonlySet<string>,
): Promise<Marked[]> {
  const placed = texts.map((text) => placedWordsIn(text.slice(0, MOST_LETTERS)));
  const words = [...new Set(placed.flatMap((each) => each.map(({ word }) => word)))];
  const found = await known.stemsOf(database, words);
  const sought = new Set(words.filter((_, at) => stems.has(found[at] ?? '')));
  return texts.map((text, at) => ({ text, marks: placesOf(placed[at] ?? [], sought) }));
}

function placesOf(placed: readonly PlacedWord[], sought: ReadonlySet<string>): Marked['marks'] {
  const marks: { from: number; to: number }[] = [];
  for (const { word, from, to } of placed) {
    if (sought.has(word) && marks.at(-1)?.from !== from) marks.push({ from, to });
  }
  return marks;
}

/** The stretch of a text in which the most of what was found stands, cut between words; as it begins where there is nothing. */
export function excerptOf({ text, marks }: Marked): Marked {
  const within = (from: number) => marks.filter((mark) => mark.from >= from && mark.to <= from + SHOWN);
  const [first] = [...marks].sort((one, other) => within(other.from).length - within(one.from).length);
  const from = startOfWord(text, Math.max(0, (first?.from ?? 0) - BEFORE));
  const to = endOfWord(text, Math.min(text.length, from + SHOWN));
  const [head, tail] = [from > 0 ? '… ' : '', to < text.length ? ' …' : ''];
  const shift = head.length - from;
  return {
    // A line of a list, without changing any place.
    text: head + text.slice(from, to).replace(/\s/g, ' ') + tail,
    marks: marks
      .filter((mark) => mark.from >= from && mark.to <= to)
      .map((mark) => ({ from: mark.from + shift, to: mark.to + shift })),
  };
}

function startOfWord(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.slice(at).search(/\s/);
  return space === -1 || space > BEFORE / 2 ? at : at + space + 1;
}

function endOfWord(text: string, at: number): number {
  if (at === text.length) return at;
  const space = text.slice(0, at).search(/\s\S*$/);
  return space === -1 || at - space > BEFORE ? at : space;
}

import type { SqlRunner } from '@patravali/database';
import { compactWord, compoundsIn, isParticle, wordsIn } from '@patravali/devanagari';
import type { SearchWords } from './search-words';

/** PostgreSQL keeps no place beyond this one, and no more words than fit a row of an index. */
const MOST_WORDS = 10_000;
const GAP = 2;

export interface SaidText {
  readonly text: string;
  /** Words of the text by which its sender is called: they bear a weight as well. */
  readonly sender?: string | undefined;
}

/** Texts as the stems by which they are found: each a `tsvector` as text. Their words are noted for questions. */
export async function saidIn(database: SqlRunner, known: SearchWords, texts: readonly SaidText[]): Promise<string[]> {
  const said = texts.map(({ text, sender = '' }) => ({
    words: tellingIn(text),
    compounds: compoundsIn(text).slice(0, MOST_WORDS),
    sender: [...tellingIn(sender), ...compoundsIn(sender)],
  }));
  const all = said.flatMap(({ words, compounds, sender }) => [...words, ...compounds, ...sender]);
  await known.note(database, all);
  const stems = (await known.stemsOf(database, all)).map(compactWord);
  let next = 0;
  const taken = (words: readonly string[]) => stems.slice(next, (next += words.length));
  return said.map(({ words, compounds, sender }) => {
    const placed = taken(words).map((stem, at) => `'${stem}':${at + 1}`);
    const joined = taken(compounds).map((stem) => `'${stem}'`);
    // Behind the text, with a gap that no phrase goes over.
    const weighted = taken(sender).map((stem, at) => `'${stem}':${words.length + GAP + at}A`);
    return [...placed, ...joined, ...weighted].join(' ');
  });
}

const tellingIn = (text: string): string[] =>
  wordsIn(text)
    .filter((word) => !isParticle(word))
    .slice(0, MOST_WORDS);

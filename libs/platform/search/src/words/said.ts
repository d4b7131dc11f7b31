import type { SqlRunner } from '@patravali/database';
import { compoundsIn, isParticle, wordsIn } from '@patravali/devanagari';
import type { SearchWords } from './search-words';

/** PostgreSQL keeps no place beyond this one, and no more words than fit a row of an index. */
const MOST_WORDS = 10_000;

/** Texts as the stems by which they are found: each a `tsvector` as text. Their words are noted for questions. */
export async function saidIn(database: SqlRunner, known: SearchWords, texts: readonly string[]): Promise<string[]> {
  const said = texts.map((text) => ({
    words: wordsIn(text)
      .filter((word) => !isParticle(word))
      .slice(0, MOST_WORDS),
    compounds: compoundsIn(text).slice(0, MOST_WORDS),
  }));
  const all = said.flatMap(({ words, compounds }) => [...words, ...compounds]);
  await known.note(database, all);
  const stems = await known.stemsOf(database, all);
  let next = 0;
  return said.map(({ words, compounds }) => {
    const placed = words.map((_, at) => `'${stems[next + at] ?? ''}':${at + 1}`);
    const own = stems.slice(next + words.length, next + words.length + compounds.length);
    next += words.length + compounds.length;
    return [...placed, ...own.map((stem) => `'${stem}'`)].join(' ');
  });
}

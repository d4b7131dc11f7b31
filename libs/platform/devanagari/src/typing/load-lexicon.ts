import type { Lexicon } from './lexicon';

/** The list of words is large and lies in a piece of its own: only who types Hindi in Latin letters loads it. */
export async function loadLexicon(): Promise<Lexicon> {
  const { makeLexicon } = await import('./lexicon.ts');
  return makeLexicon();
}

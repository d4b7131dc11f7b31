/** What stands before names in offices and certificates and is no part of them. */
const TITLES = new Set(['shri', 'sri', 'smt', 'km', 'kumari', 'mr', 'mrs', 'ms', 'dr', 'ias', 'pcs']);

const wordsOf = (name: string): string[] =>
  name
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}]/u)
    .filter((word) => word !== '' && !TITLES.has(word));

/**
 * Whether two names read alike: the same words in the same order, letter by letter, whatever their case, titles and signs. What only may be the
 * same is told beside the other one. It says nothing of whose a certificate is.
 */
export function isSameName(one: string, other: string): boolean {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  return words.length > 0 && words.join(' ') === others.join(' ');
}

/** Whether a certificate bears another name than its person has at the office, in either language. */
export const bearsOtherName = (holder: string, names: readonly string[]): boolean =>
  !names.some((name) => isSameName(holder, name));

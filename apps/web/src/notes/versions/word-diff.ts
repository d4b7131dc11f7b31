import { diffArrays } from 'diff';

/** A piece of two texts: in both, only in the older, or only in the newer. */
export interface Piece {
  text: string;
  kind: 'same' | 'removed' | 'added';
}

/** Compares word by word; no matra is torn from its letter, and a danda that comes or goes changes no word. */
export function compareWords(older: string, newer: string): Piece[] {
  return diffArrays(wordsOf(older), wordsOf(newer)).map(({ value, added, removed }) => ({
    text: value.join(''),
    kind: added ? 'added' : removed ? 'removed' : 'same',
  }));
}

/**
 * A word begins and ends with a letter, a sign of Devanagari or a digit, so that a number such as 12/EST-2026-27 is one; each mark before or
 * behind it stands alone, as do spaces. Joiners belong to the letters that they join.
 */
const WORDS = /\s+|[\p{L}\p{M}\p{N}\u200c\u200d](?:[^\s]*[\p{L}\p{M}\p{N}\u200c\u200d])?|[^\s]/gu;

const wordsOf = (text: string): string[] => text.match(WORDS) ?? [];

import { diffArrays } from 'diff';

/** A piece of two texts: in both, only in the older, or only in the newer. */
export interface Piece {
  text: string;
  kind: 'same' | 'removed' | 'added';
}

/** Compares word by word; a word is what stands between spaces, so that no matra is torn from its letter. */
export function compareWords(older: string, newer: string): Piece[] {
  return diffArrays(wordsOf(older), wordsOf(newer)).map(({ value, added, removed }) => ({
    text: value.join(''),
    kind: added ? 'added' : removed ? 'removed' : 'same',
  }));
}

function wordsOf(text: string): string[] {
  return text.split(/(\s+)/).filter((word) => word !== '');
}

import { type Exemption, type MarkedArea, MOST_MARKS, type RedactionMark } from '@patravali/contract';
import { useState } from 'react';

/** A mark as it is drawn, with a name of its own while the page is open. */
export interface Mark extends RedactionMark {
  readonly key: number;
}

/** What is marked on which page, from 1; null for all of the page. */
export type Marked = Pick<RedactionMark, 'page' | 'area'>;

/** Smaller than this, in points, is a click. */
const LEAST_POINTS = 3;

export const isLargeEnough = ({ width, height }: MarkedArea): boolean =>
  width >= LEAST_POINTS && height >= LEAST_POINTS;

/** What is to be left out of the copy, in the order in which it was marked. */
export function useMarks() {
  const [marks, setMarks] = useState<readonly Mark[]>([]);
  const [clause, setClause] = useState<Exemption>('8(1)(j)');
  const [nextKey, setNextKey] = useState(1);
  return {
    marks,
    clause,
    setClause,
    /** @returns false when there are too many; then nothing is marked. */
    add: (marked: readonly Marked[]): boolean => {
      if (marks.length + marked.length > MOST_MARKS) return false;
      setMarks([...marks, ...marked.map((each, index) => ({ ...each, clause, key: nextKey + index }))]);
      setNextKey(nextKey + marked.length);
      return true;
    },
    remove: (key: number) => setMarks(marks.filter((mark) => mark.key !== key)),
    name: (key: number, under: Exemption) =>
      setMarks(marks.map((mark) => (mark.key === key ? { ...mark, clause: under } : mark))),
    clear: () => setMarks([]),
  };
}

export type Marks = ReturnType<typeof useMarks>;

import { type Exemption, type MarkedArea, MOST_MARKS, type RedactionMark } from '@patravali/contract';
import { useRef, useState } from 'react';

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
  /** As they are now: words are looked for first, and meanwhile something else may have been marked, which must not be lost. */
  const latest = useRef(marks);
  const nextKey = useRef(1);
  const change = (changed: readonly Mark[]) => {
    latest.current = changed;
    setMarks(changed);
  };
  return {
    marks,
    clause,
    setClause,
    /** @returns false when there are too many; then nothing is marked. */
    add: (marked: readonly Marked[]): boolean => {
      if (latest.current.length + marked.length > MOST_MARKS) return false;
      change([...latest.current, ...marked.map((each) => ({ ...each, clause, key: nextKey.current++ }))]);
      return true;
    },
    remove: (key: number) => change(latest.current.filter((mark) => mark.key !== key)),
    name: (key: number, under: Exemption) =>
      change(latest.current.map((mark) => (mark.key === key ? { ...mark, clause: under } : mark))),
    clear: () => change([]),
  };
}

export type Marks = ReturnType<typeof useMarks>;

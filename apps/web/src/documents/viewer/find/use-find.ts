import { useCallback, useEffect, useRef, useState } from 'react';
import type { OpenedPdf } from '../../pdf/opened-pdf';
import type { Box } from '../../pdf/page-geometry';
import type { Hit } from '../../pdf/pdfium-document';

export interface Find {
  isOpen: boolean;
  hits: readonly Hit[];
  /** Which hit is shown, counted from 0. */
  index: number;
  current: Hit | undefined;
  search: (words: string) => void;
  step: (by: number) => void;
  open: () => void;
  close: () => void;
  boxesOn: (page: number) => readonly Box[];
}

const LEAST_LETTERS = 2;

interface Wanted {
  readonly words: readonly string[];
  /** The first that is shown stands on this page or behind it; null where the person goes from one to the next. */
  readonly from: number | null;
}
const NOTHING: Wanted = { words: [], from: null };

/**
 * Words looked for in one document, and once more when text of its scans has come.
 * @param marked looked for without being typed.
 * @param from the page, counted from 1, on which they are shown first.
 */
export function useFind(pdf: OpenedPdf, recognised: ReadonlySet<number>, marked?: readonly string[], from = 1): Find {
  const [isOpen, setIsOpen] = useState(false);
  const [hits, setHits] = useState<readonly Hit[]>([]);
  const [index, setIndex] = useState(0);

  const wanted = useRef(NOTHING);

  const look = useCallback(() => {
    const asked = wanted.current;
    findEach(pdf, asked.words).then(
      (found) => {
        // Of an earlier question the answer comes too late.
        if (wanted.current !== asked) return;
        setHits(found);
        const { from: page } = asked;
        if (page !== null)
          setIndex(
            Math.max(
              0,
              found.findIndex((hit) => hit.page >= page - 1),
            ),
          );
      },
      () => setHits([]),
    );
  }, [pdf]);
  const search = useCallback(
    (next: Wanted) => {
      wanted.current = next;
      setIndex(0);
      look();
    },
    [look],
  );
  useEffect(() => {
    if (marked !== undefined) search({ words: marked, from });
  }, [marked, from, search]);
  useEffect(() => {
    if (recognised.size > 0 && wanted.current !== NOTHING) look();
  }, [recognised, look]);
  return {
    isOpen,
    hits,
    index,
    current: hits[index],
    search: (words) => search({ words: [words.trim()], from: null }),
    step: (by) => setIndex((now) => (hits.length === 0 ? 0 : (now + by + hits.length) % hits.length)),
    open: () => setIsOpen(true),
    close: () => {
      wanted.current = NOTHING;
      setIsOpen(false);
      setHits([]);
    },
    boxesOn: (page) => hits.filter((hit) => hit.page === page).flatMap((hit) => hit.boxes),
  };
}

/** Where any of the words stands, down the pages. */
async function findEach(pdf: OpenedPdf, words: readonly string[]): Promise<Hit[]> {
  const sought = words.filter((word) => word.length >= LEAST_LETTERS);
  const found = await Promise.all(sought.map((word) => pdf.find(word)));
  return found.flat().sort((one, other) => one.page - other.page || topOf(one) - topOf(other));
}

const topOf = ({ boxes: [first] }: Hit): number => first?.top ?? 0;

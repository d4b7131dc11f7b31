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

/**
 * Words looked for in one document, and once more when text of its scans has come.
 * @param marked looked for without being typed.
 */
export function useFind(pdf: OpenedPdf, recognised: ReadonlySet<number>, marked?: string): Find {
  const [isOpen, setIsOpen] = useState(false);
  const [hits, setHits] = useState<readonly Hit[]>([]);
  const [index, setIndex] = useState(0);

  const wanted = useRef('');

  const look = useCallback(() => {
    const words = wanted.current;
    if (words.length < LEAST_LETTERS) setHits([]);
    else pdf.find(words).then(setHits, () => setHits([]));
  }, [pdf]);
  const search = useCallback(
    (words: string) => {
      wanted.current = words.trim();
      setIndex(0);
      look();
    },
    [look],
  );
  useEffect(() => {
    if (marked !== undefined) search(marked);
  }, [marked, search]);
  useEffect(() => {
    if (recognised.size > 0 && wanted.current !== '') look();
  }, [recognised, look]);
  return {
    isOpen,
    hits,
    index,
    current: hits[index],
    search,
    step: (by) => setIndex((now) => (hits.length === 0 ? 0 : (now + by + hits.length) % hits.length)),
    open: () => setIsOpen(true),
    close: () => {
      wanted.current = '';
      setIsOpen(false);
      setHits([]);
    },
    boxesOn: (page) => hits.filter((hit) => hit.page === page).flatMap((hit) => hit.boxes),
  };
}

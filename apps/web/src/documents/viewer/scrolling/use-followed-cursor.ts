import { type RefObject, useEffect, useRef } from 'react';
import type { OpenedPdf } from '../../pdf/opened-pdf';
import type { Hit } from '../../pdf/pdfium-document';
import type { PageLayout } from '../page/page-layout';

/** Words that stand on the page, and how often it says them again behind that place. */
export interface Sought {
  readonly words: string;
  readonly again: number;
}

interface FollowedCursor {
  pdf: OpenedPdf;
  element: RefObject<HTMLDivElement | null>;
  layout: PageLayout;
  scale: number;
  /** Where the person is writing, the most telling words first. */
  cursor: (() => readonly Sought[]) | undefined;
}

/** In CSS pixels: so much of the page stays to be seen around it. */
const AROUND = 80;

/** Keeps in view what is being written: each time the document has been set anew, the page is moved there unless it is seen. */
export function useFollowedCursor({ pdf, element, layout, scale, cursor }: FollowedCursor): void {
  const latest = useRef({ layout, scale, cursor });
  useEffect(() => {
    latest.current = { layout, scale, cursor };
  });
  useEffect(() => {
    let gone = false;
    void placeOf(pdf, latest.current.cursor?.() ?? []).then((hit) => {
      const box = hit?.boxes[0];
      if (gone || !hit || !box || !element.current) return;
      const { tops } = latest.current.layout;
      const top = (tops[hit.page] ?? 0) + box.top * latest.current.scale;
      const bottom = top + box.height * latest.current.scale;
      const { scrollTop, clientHeight } = element.current;
      if (top < scrollTop) element.current.scrollTo({ top: top - AROUND });
      else if (bottom > scrollTop + clientHeight) element.current.scrollTo({ top: bottom - clientHeight + AROUND });
    });
    return () => {
      gone = true;
    };
  }, [pdf, element]);
}

async function placeOf(pdf: OpenedPdf, sought: readonly Sought[]): Promise<Hit | undefined> {
  for (const { words, again } of sought) {
    const hits = await pdf.find(words).catch(() => []);
    const hit = hits[hits.length - 1 - again] ?? hits.at(-1);
    if (hit) return hit;
  }
  return undefined;
}

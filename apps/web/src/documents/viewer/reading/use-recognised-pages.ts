import type { RecognisedPage } from '@patravali/contract';
import { useEffect, useState } from 'react';
import type { OpenedPdf } from '../../pdf/opened-pdf';

const NONE: ReadonlySet<number> = new Set();

/** Gives the PDF the text that was read on its scans. @returns the pages, counted from 0, that have it by now. */
export function useRecognisedPages(pdf: OpenedPdf, pages: readonly RecognisedPage[] | undefined): ReadonlySet<number> {
  const [given, setGiven] = useState({ pdf, pages: NONE });
  const now = given.pdf === pdf ? given.pages : NONE;
  useEffect(() => {
    const fresh = (pages ?? []).filter(({ page, lines }) => lines.length > 0 && !now.has(page - 1));
    if (fresh.length === 0) return undefined;
    let gone = false;
    pdf.addRecognised(fresh).then(
      () => {
        if (!gone) setGiven({ pdf, pages: new Set([...now, ...fresh.map(({ page }) => page - 1)]) });
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [pdf, pages, now]);
  return now;
}

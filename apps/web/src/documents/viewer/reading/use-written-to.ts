import { useEffect, useState } from 'react';
import type { OpenedPdf } from '../../pdf/opened-pdf';

/** In points: no line of a letter is as high. What is higher is laid behind it, such as a word across a specimen. */
const HIGHEST_LINE = 36;

/** Where the last line of a document of one page ends, in points from the top; null of a longer one, and until it has been read. */
export function useWrittenTo(pdf: OpenedPdf, wanted: boolean): number | null {
  const [writtenTo, setWrittenTo] = useState<number | null>(null);
  const isOne = pdf.pages.length === 1;
  useEffect(() => {
    if (!wanted || !isOne) return undefined;
    let gone = false;
    pdf.runs(0).then(
      (runs) => {
        const lines = runs.filter(({ height }) => height < HIGHEST_LINE);
        if (!gone) setWrittenTo(Math.max(0, ...lines.map(({ top, height }) => top + height)));
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [pdf, wanted, isOne]);
  return isOne ? writtenTo : null;
}

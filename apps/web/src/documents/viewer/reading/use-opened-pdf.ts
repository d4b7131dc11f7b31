import { useEffect, useState } from 'react';
import { MissingPart } from '../../../parts/lazy-import';
import { OpenedPdf } from '../../pdf/opened-pdf';

/** A document, or what there is instead: MissingPart when PDFium did not come. */
type Opened = OpenedPdf | 'opening' | 'unreadable' | MissingPart;

/**
 * The document that PDFium opened from these bytes, closed again when the screen leaves it. The one before stays until
 * the next is ready, so that a preview which is set anew does not flicker.
 */
export function useOpenedPdf(bytes: Blob): Opened {
  const [opened, setOpened] = useState<Opened>('opening');
  useEffect(() => {
    let gone = false;
    OpenedPdf.open(bytes).then(
      (pdf) => {
        if (gone) pdf.close();
        else setOpened(pdf);
      },
      (error: unknown) => {
        if (!gone) setOpened(error instanceof MissingPart ? error : 'unreadable');
      },
    );
    return () => {
      gone = true;
    };
  }, [bytes]);
  useEffect(() => {
    return opened instanceof OpenedPdf ? () => opened.close() : undefined;
  }, [opened]);
  return opened;
}

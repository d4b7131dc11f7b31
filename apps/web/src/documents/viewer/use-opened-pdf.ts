import { useEffect, useState } from 'react';
import { OpenedPdf } from '../pdf/opened-pdf';

/**
 * The document that PDFium opened from these bytes, closed again when the screen leaves it. The one before stays until
 * the next is ready, so that a preview which is set anew does not flicker.
 */
export function useOpenedPdf(bytes: Blob): OpenedPdf | 'opening' | 'unreadable' {
  const [opened, setOpened] = useState<OpenedPdf | 'opening' | 'unreadable'>('opening');
  useEffect(() => {
    let gone = false;
    OpenedPdf.open(bytes).then(
      (pdf) => {
        if (gone) pdf.close();
        else setOpened(pdf);
      },
      () => {
        if (!gone) setOpened('unreadable');
      },
    );
    return () => {
      gone = true;
    };
  }, [bytes]);
  useEffect(() => {
    if (typeof opened === 'string') return undefined;
    return () => opened.close();
  }, [opened]);
  return opened;
}

import { useEffect, useState } from 'react';
import { OpenedPdf } from './opened-pdf';

export interface Opened {
  id: number;
  pdf: OpenedPdf;
}

let lastId = 0;

/** The document that PDFium opened from these bytes, closed again when the screen leaves it. */
export function useOpenedPdf(bytes: Blob): Opened | 'opening' | 'unreadable' {
  const [opened, setOpened] = useState<Opened | 'opening' | 'unreadable'>('opening');
  useEffect(() => {
    let gone = false;
    let mine: OpenedPdf | null = null;
    setOpened('opening');
    OpenedPdf.open(bytes).then(
      (pdf) => {
        if (gone) {
          pdf.close();
          return;
        }
        mine = pdf;
        lastId += 1;
        setOpened({ id: lastId, pdf });
      },
      () => {
        if (!gone) setOpened('unreadable');
      },
    );
    return () => {
      gone = true;
      mine?.close();
    };
  }, [bytes]);
  return opened;
}

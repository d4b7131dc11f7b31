import { useEffect, useRef } from 'react';
import type { OpenedPdf } from '../../pdf/opened-pdf';
import type { PageSize } from '../../pdf/page-geometry';

interface PagePictureProps {
  pdf: OpenedPdf;
  /** Counted from 0. */
  page: number;
  size: PageSize;
  /** CSS pixels a point. */
  scale: number;
}

/** More than this many pixels make a page slower without making it clearer. */
const MOST_PIXELS = 6_000_000;

/** The page as PDFium draws it. */
export function PagePicture({ pdf, page, size, scale }: PagePictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let gone = false;
    const finest = Math.sqrt(MOST_PIXELS / (size.width * size.height));
    pdf.picture(page, Math.min(scale * window.devicePixelRatio, finest)).then(
      (picture) => {
        if (gone || !canvas.current) return;
        canvas.current.width = picture.width;
        canvas.current.height = picture.height;
        canvas.current.getContext('2d')?.putImageData(new ImageData(picture.pixels, picture.width), 0, 0);
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [pdf, page, size, scale]);
  return <canvas ref={canvas} aria-hidden />;
}

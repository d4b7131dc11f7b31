import { useEffect, useRef } from 'react';
import { useTranslations } from '../../language/use-translations';
import type { OpenedPdf } from '../pdf/opened-pdf';
import type { Box, PageSize } from '../pdf/page-geometry';
import { TextLayer } from './TextLayer';
import classes from './viewer.module.css';

interface PdfPageProps {
  pdf: OpenedPdf;
  /** Counted from 0. */
  page: number;
  size: PageSize;
  /** CSS pixels a point. */
  scale: number;
  top: number;
  /** Near the window. Another page is only there because it is selected, and needs its words alone. */
  isNear: boolean;
  /** The page's permanent address, `C/1`, in its corner. */
  stamp: string | null;
  found: readonly Box[];
  /** Its text was read from its picture. */
  isRecognised: boolean;
}

/** More than this many pixels make a page slower without making it clearer. */
const MOST_PIXELS = 6_000_000;

export function PdfPage({ pdf, page, size, scale, top, isNear, stamp, found, isRecognised }: PdfPageProps) {
  const { t } = useTranslations();
  const label = t('viewer.pageOf', { page: page + 1, pages: pdf.pages.length });
  return (
    <section
      className={classes.page}
      style={{ top, width: size.width * scale, height: size.height * scale }}
      data-page={page}
      aria-label={stamp === null ? label : `${stamp} · ${label}`}
    >
      {isNear && <Picture pdf={pdf} page={page} size={size} scale={scale} />}
      {found.map((box, index) => (
        <mark key={index} className={classes.found} style={placed(box, scale)} />
      ))}
      <TextLayer pdf={pdf} page={page} scale={scale} isRecognised={isRecognised} />
      {stamp !== null && (
        <span className={classes.stamp} aria-hidden>
          {stamp}
        </span>
      )}
    </section>
  );
}

function placed(box: Box, scale: number) {
  return { left: box.left * scale, top: box.top * scale, width: box.width * scale, height: box.height * scale };
}

function Picture({ pdf, page, size, scale }: Pick<PdfPageProps, 'pdf' | 'page' | 'size' | 'scale'>) {
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

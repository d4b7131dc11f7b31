import type { ReactNode } from 'react';
import { useTranslations } from '../../../language/use-translations';
import type { OpenedPdf } from '../../pdf/opened-pdf';
import type { Box, PageSize } from '../../pdf/page-geometry';
import { PagePicture } from './PagePicture';
import { type Diarised, PageStamp } from './PageStamp';
import { TextLayer } from './TextLayer';
import { type Turned, turnedInPlace, turnedSize } from './turned';
import classes from './viewer.module.css';

interface PdfPageProps {
  pdf: OpenedPdf;
  /** Counted from 0. */
  page: number;
  /** Before it is turned. */
  size: PageSize;
  turned: Turned;
  /** CSS pixels a point. */
  scale: number;
  top: number;
  /** Near the window. Another page is only there because it is selected, and needs its words alone. */
  isNear: boolean;
  /** The page's permanent address, `C/1`, in its corner. */
  address: string | null;
  /** Stamped on this page beside its address. */
  diarised: Diarised | null;
  found: readonly Box[];
  overlay: ((page: number, scale: number) => ReactNode) | undefined;
  /** Its text was read from its picture. */
  isRecognised: boolean;
}

export function PdfPage({ pdf, page, size, turned, scale, top, isNear, isRecognised, ...more }: PdfPageProps) {
  const { address, diarised, found, overlay } = more;
  const { t } = useTranslations();
  const label = t('viewer.pageOf', { page: page + 1, pages: pdf.pages.length });
  const sheet = { width: size.width * scale, height: size.height * scale };
  return (
    <section
      className={classes.page}
      style={{ top, ...turnedSize(sheet, turned) }}
      data-page={page}
      aria-label={address === null ? label : `${address} · ${label}`}
    >
      <div className={classes.paper} style={{ ...sheet, transform: turnedInPlace(sheet, turned) }}>
        {isNear && <PagePicture pdf={pdf} page={page} size={size} scale={scale} />}
        {found.map((box, index) => (
          <mark key={index} className={classes.found} style={placed(box, scale)} />
        ))}
        <TextLayer pdf={pdf} page={page} scale={scale} isRecognised={isRecognised} />
        {address !== null && <PageStamp address={address} diarised={diarised} size={size} scale={scale} />}
        {overlay?.(page, scale)}
      </div>
    </section>
  );
}

function placed(box: Box, scale: number) {
  return { left: box.left * scale, top: box.top * scale, width: box.width * scale, height: box.height * scale };
}

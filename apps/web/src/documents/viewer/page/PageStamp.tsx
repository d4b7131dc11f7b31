import { useTranslations } from '../../../language/use-translations';
import type { PageSize } from '../../pdf/page-geometry';
import classes from './viewer.module.css';

/** What the diary stamped on a letter that came in. */
export interface Diarised {
  number: string;
  /** A day, `YYYY-MM-DD`. */
  receivedOn: string;
}

interface PageStampProps {
  /** The page's permanent address, `C/1`. */
  address: string;
  /** On the first page of a letter that came in. */
  diarised: Diarised | null;
  size: PageSize;
  /** CSS pixels a point. */
  scale: number;
}

/** All in points, as on the pages of the whole file. */
const [MARGIN, ADDRESS, LINE] = [14, 13, 8];
/** On a larger page it grows, so that it is as large on paper; of a small one it never takes more of the width than this. */
const A4 = { width: 595, height: 842 };
const [WIDEST_SHARE, WIDTH] = [0.4, 110];

/** The number of the page in red at the top right; on a letter's first page with the number and the day of the diary. */
export function PageStamp({ address, diarised, size, scale }: PageStampProps) {
  const { t, day } = useTranslations();
  const point = scale * growth(size);
  const place = { top: MARGIN * point, right: MARGIN * point, fontSize: LINE * point };
  return (
    <div className={classes.stamp} style={place} data-boxed={diarised !== null || undefined} aria-hidden>
      <span style={{ fontSize: ADDRESS * point }}>{address}</span>
      {diarised && (
        <>
          <span>{t('viewer.stampDiary', { number: diarised.number })}</span>
          <span>{t('viewer.stampReceived', { day: day(diarised.receivedOn) })}</span>
        </>
      )}
    </div>
  );
}

function growth({ width, height }: PageSize): number {
  const asPrinted = Math.max(1, Math.min(width, height) / A4.width, Math.max(width, height) / A4.height);
  return Math.min(asPrinted, (width * WIDEST_SHARE) / WIDTH);
}

import { useElementSize, useMergedRef } from '@mantine/hooks';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from '../../../language/use-translations';
import type { OpenedPdf } from '../../pdf/opened-pdf';
import { layoutPages, PAGE_GAP, pagesNear } from '../page/page-layout';
import { PagePicture } from '../page/PagePicture';
import classes from '../page/viewer.module.css';

interface ThumbnailsProps {
  pdf: OpenedPdf;
  /** The page that is read, counted from 0. */
  page: number;
  /** What a page is called: its number in the document, or its address in the file. */
  nameOf: (page: number) => string;
  onShow: (page: number) => void;
}

/** CSS pixels. */
const [WIDTH, AHEAD] = [84, 300];

/** The pages small, one below the other; only those near the window are drawn, so that a thousand are as quick as ten. */
export function Thumbnails({ pdf, page, nameOf, onShow }: ThumbnailsProps) {
  const { t } = useTranslations();
  const size = useElementSize<HTMLElement>();
  const scroller = useRef<HTMLElement>(null);
  const ref = useMergedRef(size.ref, scroller);
  // A page that has the focus may not be drawn any more when the one that a key asked for is read.
  const askedByKey = useRef<number | null>(null);
  const [top, setTop] = useState(0);
  const scale = WIDTH / Math.max(1, ...pdf.pages.map(({ width }) => width));
  const layout = useMemo(() => layoutPages(pdf.pages, scale), [pdf.pages, scale]);
  const near = size.height > 0 ? pagesNear(layout, top, size.height, AHEAD) : [];
  const drawn = near.includes(page) ? near : [...near, page];

  useEffect(() => {
    const strip = scroller.current;
    const [start, height] = [layout.tops[page] ?? 0, layout.heights[page] ?? 0];
    if (!strip) return;
    if (askedByKey.current === page || strip.contains(document.activeElement)) {
      askedByKey.current = null;
      strip.querySelector<HTMLElement>('[aria-current]')?.focus({ preventScroll: true });
    }
    if (size.height === 0) return;
    const isSeen = start >= strip.scrollTop && start + height <= strip.scrollTop + size.height;
    if (!isSeen) strip.scrollTo({ top: start - PAGE_GAP });
  }, [page, layout, size.height]);

  const act = (event: KeyboardEvent) => {
    const next = nextPage(event.key, page, pdf.pages.length);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    askedByKey.current = next;
    onShow(next);
  };
  return (
    <nav
      ref={ref}
      className={classes.thumbnails}
      aria-label={t('viewer.thumbnails')}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onKeyDown={act}
    >
      <div className={classes.pages} style={{ height: layout.height }}>
        {drawn.map((each) => (
          <button
            key={each}
            type="button"
            className={classes.thumbnail}
            style={{
              top: layout.tops[each],
              height: layout.heights[each],
              width: (pdf.pages[each]?.width ?? 0) * scale,
            }}
            aria-label={nameOf(each)}
            aria-current={each === page ? 'page' : undefined}
            tabIndex={each === page ? 0 : -1}
            onClick={() => onShow(each)}
          >
            <PagePicture pdf={pdf} page={each} size={pdf.pages[each] ?? NO_SIZE} scale={scale} />
            <span className={classes.thumbnailName}>{nameOf(each)}</span>
          </button>
        ))}
      </div>
    </nav>
  );
}

const NO_SIZE = { width: 1, height: 1 };

function nextPage(key: string, page: number, pages: number): number | null {
  const places: Readonly<Record<string, number>> = {
    ArrowDown: page + 1,
    ArrowUp: page - 1,
    ArrowRight: page + 1,
    ArrowLeft: page - 1,
    Home: 0,
    End: pages - 1,
  };
  const next = places[key];
  return next === undefined ? null : Math.min(pages - 1, Math.max(0, next));
}

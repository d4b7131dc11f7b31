import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react';
import { nameOfKey } from '../../ui/keyboard/keys';
import { useTranslations } from '../../language/use-translations';
import { MissingPart } from '../../parts/lazy-import';
import { PartMissing } from '../../ui/page/PartMissing';
import type { OpenedPdf } from '../pdf/opened-pdf';
import { BlankSheet } from './page/BlankSheet';
import { FindBox } from './find/FindBox';
import type { Diarised } from './page/PageStamp';
import { PdfPage } from './page/PdfPage';
import { ReadingProgress } from './reading/ReadingProgress';
import { Thumbnails } from './scrolling/Thumbnails';
import { type Turned, turnedBy, turnedSize } from './page/turned';
import type { ReadText } from './reading/use-document-text';
import { useFind } from './find/use-find';
import { useOpenedPdf } from './reading/use-opened-pdf';
import { useWrittenTo } from './reading/use-written-to';
import { usePageScroll } from './scrolling/use-page-scroll';
import { useRecognisedPages } from './reading/use-recognised-pages';
import { useSelectedPages } from './use-selected-pages';
import { useSelectAll } from './use-select-all';
import { useThumbnailsShown } from './scrolling/use-thumbnails-shown';
import { ViewerBar } from './ViewerBar';
import classes from './page/viewer.module.css';
import { zoomStep, type Zoom } from './page/zoom';
import { type Sought, useFollowedCursor } from './scrolling/use-followed-cursor';

/** A page, counted from 1. A new object shows it again. */
export interface PageToShow {
  page: number;
  /** The keys go on working here: the person turned to it from the sheet before. */
  focused?: boolean;
}

export interface PdfViewerProps {
  bytes: Blob;
  /** What it is, for screen readers. */
  title: string;
  /** The page to show. */
  place?: PageToShow | undefined;
  onPage?: ((page: number) => void) | undefined;
  /** The C/ number of its first page; each page then bears its own. */
  firstPage?: number | undefined;
  /** What the diary stamped on its first page. */
  diarised?: Diarised | null | undefined;
  /** Pages of the whole that this document is part of, and how to turn beyond its ends. */
  whole?: { pages: number; onTurn: (page: number) => void } | undefined;
  /** What was read on its scans; a PDF that is not stored has none. */
  text?: ReadText | null;
  /** How large it is shown at first: as wide as the window, unless all of its only page shall be in sight. */
  fit?: 'fit' | 'whole';
  /** Words that are marked wherever they stand, and shown first on the page that is asked for. A new array marks them again. */
  marked?: readonly string[] | undefined;
  /** Of a document that is being written: where in it, so that this stays in view. */
  cursor?: () => readonly Sought[];
  /** Laid over a page, which counts from 0; `scale` is in CSS pixels a point. */
  overlay?: ((page: number, scale: number) => ReactNode) | undefined;
  /** What stands in the bar beside its tools. */
  children?: ReactNode;
  /** Rare tools, as lines of the bar's menu. */
  more?: ReactNode;
}

/** A PDF as a sheet on the desk: its pages, their words, and the bar below. */
export function PdfViewer(props: PdfViewerProps) {
  const { t } = useTranslations();
  const opened = useOpenedPdf(props.bytes);
  if (opened === 'unreadable') return <p className={classes.message}>{t('viewer.unreadable')}</p>;
  if (opened instanceof MissingPart) return <PartMissing missing={opened} />;
  if (opened === 'opening') return <BlankSheet />;
  return <OpenViewer {...props} pdf={opened} />;
}

function OpenViewer(props: PdfViewerProps & { pdf: OpenedPdf }) {
  const { t } = useTranslations();
  const { title, firstPage, whole, bytes, place, onPage, pdf, text = null, diarised = null } = props;
  const [zoom, setZoom] = useState<Zoom>(props.fit ?? 'fit');
  const [turned, setTurned] = useState<Turned>(0);
  const [thumbnails, toggleThumbnails] = useThumbnailsShown();
  const pages = useMemo(() => pdf.pages.map((page) => turnedSize(page, turned)), [pdf.pages, turned]);
  const addressOf = (page: number) => (firstPage === undefined ? null : `C/${firstPage + page}`);
  const recognised = useRecognisedPages(pdf, text?.pages);
  const find = useFind(pdf, recognised, props.marked, place?.page);
  const writtenTo = useWrittenTo(pdf, zoom === 'whole');
  const scroll = usePageScroll({ pages, zoom, writtenTo, place, onPage, found: find.current, isTurned: turned !== 0 });
  useFollowedCursor({ pdf, ...scroll, cursor: props.cursor });
  const pagesDrawn = useSelectedPages(scroll.element, scroll.near);
  const { selectAll, copy } = useSelectAll(pdf, scroll.element);

  const turn = (by: number) => {
    const next = scroll.page + by;
    if (next >= 0 && next < pdf.pages.length) scroll.show(next);
    else whole?.onTurn((firstPage ?? 1) + next);
  };
  const act = (event: KeyboardEvent) => {
    const action = keyAction(event);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    if (action === 'find') find.open();
    else if (action === 'all') selectAll();
    else if (action === 'in' || action === 'out') setZoom(zoomStep(scroll.scale, action));
    else if (action === 'turn') setTurned(turnedBy(turned, event.shiftKey ? -1 : 1));
    else if (action === 'thumbnails') toggleThumbnails();
    else turn(action === 'next' ? 1 : -1);
  };

  return (
    <div className={classes.viewer} onKeyDown={act}>
      {find.isOpen && <FindBox find={find} />}
      <div className={classes.desk}>
        {thumbnails && pages.length > 1 && (
          <Thumbnails
            pdf={pdf}
            page={scroll.page}
            nameOf={(page) => addressOf(page) ?? t('viewer.pageOf', { page: page + 1, pages: pages.length })}
            onShow={scroll.show}
          />
        )}
        <div
          ref={scroll.ref}
          className={classes.scroller}
          tabIndex={0}
          role="document"
          aria-label={title}
          onScroll={scroll.onScroll}
          onCopy={copy}
        >
          <div className={classes.pages} style={{ height: scroll.layout.height, width: scroll.layout.width }}>
            {pagesDrawn.map((page) => (
              <PdfPage
                key={page}
                isNear={scroll.near.includes(page)}
                pdf={pdf}
                page={page}
                size={pdf.pages[page] ?? NO_SIZE}
                turned={turned}
                scale={scroll.scale}
                top={scroll.layout.tops[page] ?? 0}
                address={addressOf(page)}
                diarised={page === 0 ? diarised : null}
                found={find.boxesOn(page)}
                isRecognised={recognised.has(page)}
                overlay={props.overlay}
              />
            ))}
          </div>
        </div>
      </div>
      <ReadingProgress text={text} />
      <ViewerBar
        page={whole ? (firstPage ?? 1) + scroll.page : scroll.page + 1}
        pages={whole ? whole.pages : pdf.pages.length}
        onTurn={turn}
        scale={scroll.scale}
        onZoom={setZoom}
        onFind={find.open}
        onRotate={() => setTurned(turnedBy(turned, 1))}
        onThumbnails={pages.length > 1 ? toggleThumbnails : null}
        bytes={bytes}
        more={props.more}
      >
        {props.children}
      </ViewerBar>
    </div>
  );
}

const NO_SIZE = { width: 0, height: 0 };

type KeyAction = 'find' | 'all' | 'in' | 'out' | 'next' | 'previous' | 'turn' | 'thumbnails';

const KEYS: Readonly<Record<string, KeyAction>> = {
  'ctrl+f': 'find',
  'ctrl+a': 'all',
  '+': 'in',
  '=': 'in',
  '-': 'out',
  r: 'turn',
  t: 'thumbnails',
  ArrowRight: 'next',
  ArrowLeft: 'previous',
};

function keyAction(event: KeyboardEvent): KeyAction | null {
  if (event.target instanceof HTMLInputElement) return null;
  return KEYS[nameOfKey(event.nativeEvent)] ?? null;
}

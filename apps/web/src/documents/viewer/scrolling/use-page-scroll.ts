import { useElementSize } from '@mantine/hooks';
import { type UIEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { layoutPages, pageBeingRead, type PageLayout, pagesNear } from '../page/page-layout';
import type { PageSize } from '../../pdf/page-geometry';
import type { Hit } from '../../pdf/pdfium-document';
import { scaleOf, wholeScaleOf, type Zoom } from '../page/zoom';

interface PageScrollOptions {
  pages: readonly PageSize[];
  zoom: Zoom;
  /** Where the last line of the only page ends, in points; null while it is not known, or of several pages. */
  writtenTo: number | null;
  place: { page: number; focused?: boolean } | undefined;
  onPage: ((page: number) => void) | undefined;
  /** The hit that the person goes to. */
  found: Hit | undefined;
  /** The pages lie otherwise than the hits say. */
  isTurned: boolean;
}

/** Pages beside the window that are drawn already, in CSS pixels. */
const AHEAD = 800;
const BEFORE_PAGE = 8;
/** What is seen below a line to which a person goes. */
const BELOW_LINE = 80;

/** Which pages are drawn, which one is read, and how to go to another. Pages count from 0. */
export function usePageScroll({ pages, zoom, writtenTo, place, onPage, found, isTurned }: PageScrollOptions) {
  const size = useElementSize<HTMLDivElement>();
  const [top, setTop] = useState(0);
  const [only] = pages;
  const scale =
    zoom === 'whole' && only && writtenTo !== null
      ? wholeScaleOf(only, size, writtenTo)
      : scaleOf(zoom, pages, size.width);
  const layout = useMemo(() => layoutPages(pages, scale), [pages, scale]);
  const page = pageBeingRead(layout, top, size.height);
  const element = useRef<HTMLDivElement | null>(null);
  const ref = useMergedRef(size.ref, element);

  const show = useCallback(
    (next: number) => element.current?.scrollTo({ top: (layout.tops[next] ?? 0) - BEFORE_PAGE }),
    [layout],
  );
  const ready = size.width > 0;
  const showRef = useRef(show);
  showRef.current = show;
  useLayoutEffect(() => {
    if (!ready || !place) return;
    showRef.current(place.page - 1);
    if (place.focused) element.current?.focus({ preventScroll: true });
  }, [place, ready]);
  const showFound = useRef<(hit: Hit) => void>(() => undefined);
  showFound.current = ({ page: of, boxes: [box] }) => {
    const line = isTurned || !box ? 0 : (box.top + box.height) * scale;
    show(of);
    // What stands below the window is brought up into it.
    element.current?.scrollBy({ top: Math.max(0, line + BELOW_LINE - size.height) });
  };
  useLayoutEffect(() => {
    if (ready && found) showFound.current(found);
  }, [found, ready]);
  usePlaceKept(page, layout, showRef);
  useEffect(() => onPage?.(page + 1), [page, onPage]);

  return {
    ref,
    element,
    scale,
    layout,
    page,
    show,
    near: ready ? pagesNear(layout, top, size.height, AHEAD) : [],
    onScroll: (event: UIEvent<HTMLDivElement>) => setTop(event.currentTarget.scrollTop),
  };
}

/** After a zoom or a turn the same page is still the one being read. */
function usePlaceKept(page: number, layout: PageLayout, show: { current: (page: number) => void }): void {
  const read = useRef({ page, layout });
  useLayoutEffect(() => {
    const before = read.current;
    if (before.layout !== layout && before.page > 0) show.current(before.page);
    read.current = { page, layout };
  }, [page, layout, show]);
}

function useMergedRef<T>(one: (element: T | null) => void, other: { current: T | null }) {
  return useCallback(
    (element: T | null) => {
      one(element);
      other.current = element;
    },
    [one, other],
  );
}

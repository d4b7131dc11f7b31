import type { PageSize } from '../../pdf/page-geometry';

/** Where the pages of a document stand below each other; all in CSS pixels. */
export interface PageLayout {
  tops: number[];
  heights: number[];
  width: number;
  height: number;
}

export const PAGE_GAP = 12;

/** `scale` is in CSS pixels a point. */
export function layoutPages(pages: readonly PageSize[], scale: number): PageLayout {
  const tops: number[] = [];
  const heights: number[] = [];
  let height = PAGE_GAP;
  for (const page of pages) {
    tops.push(height);
    heights.push(page.height * scale);
    height += page.height * scale + PAGE_GAP;
  }
  return { tops, heights, height, width: Math.max(0, ...pages.map((page) => page.width * scale)) };
}

/** The pages, counted from 0, that stand within the window or up to `margin` beside it. */
export function pagesNear(layout: PageLayout, scrollTop: number, viewHeight: number, margin: number): number[] {
  const start = scrollTop - margin;
  const end = scrollTop + viewHeight + margin;
  return layout.tops.flatMap((top, page) => (top < end && top + (layout.heights[page] ?? 0) > start ? [page] : []));
}

/** The page, counted from 0, that is being read: the one that fills the upper third of the window. */
export function pageBeingRead(layout: PageLayout, scrollTop: number, viewHeight: number): number {
  const line = scrollTop + viewHeight / 3;
  const found = layout.tops.findLastIndex((top) => top <= line);
  return Math.max(0, found);
}

import type { PageSize } from '../../pdf/page-geometry';
import { PAGE_GAP } from './page-layout';

/**
 * `fit` shows a page as wide as the window; `whole` a document of one page as large as leaves all that is written on it in sight.
 * A number is a share of the printed size.
 */
export type Zoom = 'fit' | 'whole' | number;

const STEPS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3];
const CSS_PIXELS_PER_POINT = 96 / 72;
const SIDE_MARGIN = 16;
const LEAST_SCALE = 0.3;
/** In points: so much paper is seen below the last line. */
const BELOW_LAST_LINE = 14;

/** CSS pixels a point. */
export function scaleOf(zoom: Zoom, pages: readonly PageSize[], viewWidth: number): number {
  if (typeof zoom === 'number') return zoom * CSS_PIXELS_PER_POINT;
  const widest = Math.max(1, ...pages.map((page) => page.width));
  return Math.max(LEAST_SCALE, (viewWidth - 2 * SIDE_MARGIN) / widest);
}

/**
 * CSS pixels a point, for a page that is seen down to its last line, and no larger than the window is wide.
 * @param writtenTo where its last line ends, in points from the top.
 */
export function wholeScaleOf(page: PageSize, view: PageSize, writtenTo: number): number {
  const high = (view.height - PAGE_GAP) / Math.min(page.height, writtenTo + BELOW_LAST_LINE);
  return Math.max(LEAST_SCALE, Math.min(scaleOf('fit', [page], view.width), high));
}

/** Share of the printed size that a scale shows. */
export function shareOf(scale: number): number {
  return scale / CSS_PIXELS_PER_POINT;
}

/** The next step of the zoom, from what is shown now. */
export function zoomStep(scale: number, direction: 'in' | 'out'): number {
  const now = shareOf(scale);
  const next =
    direction === 'in' ? STEPS.find((step) => step > now + 0.01) : STEPS.findLast((step) => step < now - 0.01);
  return next ?? now;
}

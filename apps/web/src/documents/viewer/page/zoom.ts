import type { PageSize } from '../../pdf/page-geometry';

/** `fit` shows a page as wide as the window. A number is a share of the printed size. */
export type Zoom = 'fit' | number;

const STEPS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3];
const CSS_PIXELS_PER_POINT = 96 / 72;
const SIDE_MARGIN = 16;
const LEAST_SCALE = 0.3;

/** CSS pixels a point. */
export function scaleOf(zoom: Zoom, pages: readonly PageSize[], viewWidth: number): number {
  if (zoom !== 'fit') return zoom * CSS_PIXELS_PER_POINT;
  const widest = Math.max(1, ...pages.map((page) => page.width));
  return Math.max(LEAST_SCALE, (viewWidth - 2 * SIDE_MARGIN) / widest);
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

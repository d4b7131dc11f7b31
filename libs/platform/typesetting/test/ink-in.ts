import type { Room } from '@patravali/typesetting';

/** In a row of an A4 page as `pagePixels` draws it, and how many of them are a point. */
const PIXELS_IN_ROW = 1191;
const PER_POINT = 2;
const DARK = 128;

/** How many pixels of this room are dark. */
export function inkIn(pages: readonly Uint8Array[], { page, x, y, width, height }: Omit<Room, 'ordinal'>): number {
  const drawn = pages[page - 1] ?? new Uint8Array(0);
  let dark = 0;
  for (let row = Math.ceil(y * PER_POINT); row < Math.floor((y + height) * PER_POINT); row++)
    for (let column = Math.ceil(x * PER_POINT); column < Math.floor((x + width) * PER_POINT); column++)
      if ((drawn[4 * (row * PIXELS_IN_ROW + column) + 1] ?? 255) < DARK) dark++;
  return dark;
}

import type { Room } from '@patravali/typesetting';

/** As `pagePixels` draws them. */
const PER_POINT = 2;
const DARK = 128;
/** How wide an A4 page is, in points. */
const A4 = { upright: 595.276, across: 841.89 };

/** How many pixels of this room of an A4 page are dark. */
export function inkIn(
  pages: readonly Uint8Array[],
  { page, x, y, width, height }: Omit<Room, 'ordinal'>,
  lies: keyof typeof A4 = 'upright',
): number {
  const drawn = pages[page - 1] ?? new Uint8Array(0);
  const inRow = Math.round(PER_POINT * A4[lies]);
  let dark = 0;
  for (let row = Math.ceil(y * PER_POINT); row < Math.floor((y + height) * PER_POINT); row++)
    for (let column = Math.ceil(x * PER_POINT); column < Math.floor((x + width) * PER_POINT); column++)
      if ((drawn[4 * (row * inRow + column) + 1] ?? 255) < DARK) dark++;
  return dark;
}

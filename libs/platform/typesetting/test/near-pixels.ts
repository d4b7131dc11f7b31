/** Of 255: what is darker is ink, and what is lighter may be its edge. */
const INK = 100;
const EDGE = 200;
const BYTES_A_PIXEL = 4;

/**
 * How many pixels of ink one page has that have none on the other, not even beside them. Readers put each glyph on a whole pixel: what
 * is one glyph here and several there may be drawn a pixel apart.
 */
export function inkElsewhere(one: Uint8Array, other: Uint8Array, pixelsInRow: number): number {
  if (one.length !== other.length) return one.length;
  const row = BYTES_A_PIXEL * pixelsInRow;
  const around = [-1, 0, 1].flatMap((down) => [-1, 0, 1].map((right) => down * row + right * BYTES_A_PIXEL));
  let elsewhere = 0;
  for (let at = 0; at < one.length; at += BYTES_A_PIXEL) {
    if ((one[at] ?? 0) < INK && around.every((way) => (other[at + way] ?? 255) > EDGE)) elsewhere += 1;
  }
  return elsewhere;
}

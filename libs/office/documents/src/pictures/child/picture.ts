import type { Unfit } from '../picture-result';

/** Nothing is kept of it. */
export class UnfitPicture extends Error {
  readonly reason: Unfit;

  constructor(reason: Unfit) {
    super(reason);
    this.reason = reason;
  }
}

/** What the header of a picture says; nothing has been decoded. */
export interface PictureHeader {
  readonly width: number;
  readonly height: number;
  readonly components: 1 | 3;
  /** Pixels an inch, where the picture says so. */
  readonly resolution: { readonly x: number; readonly y: number } | null;
  /** As Exif counts: 1 stands upright, 6 is to be turned by a quarter to the right. */
  readonly orientation: number;
}

const LONGEST_SIDE = 20_000;
/** A sheet of A3 at 600 dots an inch has 70 million. */
const MOST_PIXELS = 100_000_000;

/** @throws UnfitPicture for what would take more memory than an honest page, before anything is decoded. */
export function checkSize(width: number, height: number): void {
  if (width < 1 || height < 1) throw new UnfitPicture('picture-broken');
  const isTooLarge = Math.max(width, height) > LONGEST_SIDE || width * height > MOST_PIXELS;
  if (isTooLarge) throw new UnfitPicture('picture-too-large');
}

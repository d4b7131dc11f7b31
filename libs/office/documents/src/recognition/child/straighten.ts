import type { PagePicture } from './page-picture.ts';

export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Tesseract has turned the picture about its middle by the angle: the box goes back to where the word stands. */
export function straightened(box: PixelBox, { width, height }: PagePicture, angle: number): PixelBox {
  if (angle === 0) return box;
  const [x, y] = [box.left + box.width / 2 - width / 2, box.top + box.height / 2 - height / 2];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [backX, backY] = [x * cos + y * sin + width / 2, y * cos - x * sin + height / 2];
  return { ...box, left: backX - box.width / 2, top: backY - box.height / 2 };
}

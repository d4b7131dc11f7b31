import { deflateSync, inflateSync } from 'node:zlib';
import type { PdfPicture } from './pdf-file.ts';
import { UnfitPicture } from './picture.ts';
import { COLOURS, type Png } from './read-png.ts';

/** All pixels lie in memory at once: a sheet of A4 at 600 dots an inch has 35 million. */
const MOST_PIXELS = 40_000_000;
const WHITE = 255;
const FAST = 3;
const CHANNELS: Readonly<Record<number, number>> = {
  [COLOURS.grey]: 1,
  [COLOURS.rgb]: 3,
  [COLOURS.palette]: 1,
  [COLOURS.greyAlpha]: 2,
  [COLOURS.rgbAlpha]: 4,
};

export const channelsOf = (colour: number): number => CHANNELS[colour] ?? 1;

/** Which pixels a pass holds: every so many from the first. */
interface Pass {
  readonly left: number;
  readonly top: number;
  readonly across: number;
  readonly down: number;
}
const WHOLE: readonly Pass[] = [{ left: 0, top: 0, across: 1, down: 1 }];
const INTERLACED: readonly Pass[] = [
  { left: 0, top: 0, across: 8, down: 8 },
  { left: 4, top: 0, across: 8, down: 8 },
  { left: 0, top: 4, across: 4, down: 8 },
  { left: 2, top: 0, across: 4, down: 4 },
  { left: 0, top: 2, across: 2, down: 4 },
  { left: 1, top: 0, across: 2, down: 2 },
  { left: 0, top: 1, across: 1, down: 2 },
];

/** The picture as it looks on white paper, eight bits a colour. @throws UnfitPicture */
export function unpacked(png: Png): PdfPicture {
  const { width, height, bits, colour } = png;
  if (width * height > MOST_PIXELS) throw new UnfitPicture('picture-too-large');
  const passes = (png.interlaced ? INTERLACED : WHOLE).map((pass) => {
    const columns = Math.ceil((width - pass.left) / pass.across);
    const rows = Math.ceil((height - pass.top) / pass.down);
    const bytes = Math.ceil((Math.max(0, columns) * channelsOf(colour) * bits) / 8);
    return { ...pass, columns, rows: columns > 0 ? Math.max(0, rows) : 0, bytes };
  });
  const length = passes.reduce((sum, { rows, bytes }) => sum + rows * (bytes + 1), 0);
  const packed = inflated(png.rows, length);
  const colours = png.palette || png.components === 3 ? 3 : 1;
  const pixels = Buffer.alloc(width * height * colours, WHITE);
  const paint = painter(png, pixels);
  let at = 0;
  for (const { left, top, across, down, columns, rows, bytes } of passes) {
    let above: Buffer = Buffer.alloc(bytes);
    for (let row = 0; row < rows; row++) {
      const line = packed.subarray(at + 1, at + 1 + bytes);
      unfilter(line, above, packed[at] ?? 0, Math.max(1, (channelsOf(colour) * bits) >> 3));
      const begin = (top + row * down) * width + left;
      for (let column = 0; column < columns; column++) paint(line, column, begin + column * across);
      above = line;
      at += bytes + 1;
    }
  }
  const space = colours === 1 ? '/DeviceGray' : '/DeviceRGB';
  const form = `/ColorSpace ${space} /BitsPerComponent 8 /Filter /FlateDecode`;
  return { columns: width, rows: height, form, bytes: deflateSync(pixels, { level: FAST }) };
}

function inflated(rows: Buffer, length: number): Buffer {
  try {
    const bytes = inflateSync(rows, { maxOutputLength: length });
    if (bytes.length === length) return bytes;
  } catch {
    // Is no packed rows, or more than it says.
  }
  throw new UnfitPicture('picture-broken');
}

/** Undoes in place what makes rows smaller when they are packed (PNG, 9). */
function unfilter(line: Buffer, above: Buffer, filter: number, step: number): void {
  for (let at = 0; filter > 0 && at < line.length; at++) {
    const left = at < step ? 0 : (line[at - step] ?? 0);
    const up = above[at] ?? 0;
    const corner = at < step ? 0 : (above[at - step] ?? 0);
    line[at] = (line[at] ?? 0) + predicted(filter, left, up, corner);
  }
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
      if (a <= b && a <= c) return left;
      return b <= c ? up : corner;
    }
    default:
      throw new UnfitPicture('picture-broken');
  }
}

type Paint = (line: Buffer, column: number, pixel: number) => void;

function painter({ bits, colour, palette, transparency, components }: Png, pixels: Buffer): Paint {
  if (bits < 8) {
    const colours = palette && onWhite(palette, transparency);
    const most = (1 << bits) - 1;
    return (line, column, pixel) => {
      const at = column * bits;
      const value = ((line[at >> 3] ?? 0) >> (8 - bits - (at & 7))) & most;
      if (colours) colours.copy(pixels, 3 * pixel, 3 * value, 3 * value + 3);
      else pixels[pixel] = Math.round((value * WHITE) / most);
    };
  }
  if (palette) {
    const colours = onWhite(palette, transparency);
    return (line, column, pixel) => {
      const value = line[column] ?? 0;
      colours.copy(pixels, 3 * pixel, 3 * value, 3 * value + 3);
    };
  }
  // Of sixteen bits the first eight.
  const [size, channels] = [bits >> 3, channelsOf(colour)];
  return (line, column, pixel) => {
    const at = column * channels * size;
    const alpha = channels > components ? (line[at + components * size] ?? 0) : WHITE;
    for (let channel = 0; channel < components; channel++) {
      pixels[pixel * components + channel] = mixed(line[at + channel * size] ?? 0, alpha);
    }
  };
}

/** The colours of a palette as they look on white paper. */
export function onWhite(palette: Buffer, transparency: Buffer | null): Buffer {
  return Buffer.from(palette.map((value, at) => mixed(value, transparency?.[Math.floor(at / 3)] ?? WHITE)));
}

const mixed = (value: number, alpha: number): number => Math.round((value * alpha + WHITE * (WHITE - alpha)) / WHITE);

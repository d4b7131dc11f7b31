import { crc32 } from 'node:zlib';
import { orientationIn } from './exif-orientation.ts';
import { checkSize, type PictureHeader, UnfitPicture } from './picture.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const AROUND = 12;
const METRES = 0.0254;

/** How the pixels are coloured, as PNG counts. */
export const COLOURS = { grey: 0, rgb: 2, palette: 3, greyAlpha: 4, rgbAlpha: 6 } as const;
/** Which depths each takes. */
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  [COLOURS.grey]: [1, 2, 4, 8, 16],
  [COLOURS.rgb]: [8, 16],
  [COLOURS.palette]: [1, 2, 4, 8],
  [COLOURS.greyAlpha]: [8, 16],
  [COLOURS.rgbAlpha]: [8, 16],
};

interface PngHead {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly colour: number;
  readonly interlaced: boolean;
}

export interface Png extends PngHead, PictureHeader {
  readonly palette: Buffer | null;
  /** Of the colours of the palette, or which one colour is not there. */
  readonly transparency: Buffer | null;
  /** Rows as PNG packs them. */
  readonly rows: Buffer;
}

export const isPng = (bytes: Buffer): boolean => bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE);

/** Nothing is unpacked. @throws UnfitPicture */
export function readPng(bytes: Buffer): Png {
  let head: PngHead | null = null;
  let resolution: PictureHeader['resolution'] = null;
  let orientation: number | null = null;
  let palette: Buffer | null = null;
  let transparency: Buffer | null = null;
  const rows: Buffer[] = [];
  for (let at = SIGNATURE.length; ;) {
    const { kind, data, next } = chunkAt(bytes, at);
    head ??= readHead(kind, data);
    if (kind === 'PLTE') palette = data;
    if (kind === 'tRNS') transparency = data;
    if (kind === 'pHYs') resolution = readResolution(data);
    if (kind === 'eXIf') orientation = orientationIn(data);
    if (kind === 'IDAT') rows.push(data);
    at = next;
    if (kind === 'IEND') break;
  }
  const { colour } = head;
  if (rows.length === 0 || (colour === COLOURS.palette && !palette)) throw new UnfitPicture('picture-broken');
  palette = colour === COLOURS.palette ? palette : null;
  const components = colour === COLOURS.rgb || colour === COLOURS.rgbAlpha ? 3 : 1;
  const packed = { palette, transparency, rows: Buffer.concat(rows) };
  return { ...head, ...packed, components, resolution, orientation: orientation ?? 1 };
}

function chunkAt(bytes: Buffer, at: number): { kind: string; data: Buffer; next: number } {
  if (at + AROUND > bytes.length) throw new UnfitPicture('picture-broken');
  const next = at + AROUND + bytes.readUInt32BE(at);
  if (next > bytes.length) throw new UnfitPicture('picture-broken');
  const isAsWritten = crc32(bytes.subarray(at + 4, next - 4)) === bytes.readUInt32BE(next - 4);
  if (!isAsWritten) throw new UnfitPicture('picture-broken');
  return { kind: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, next - 4), next };
}

function readHead(kind: string, data: Buffer): PngHead {
  const LENGTH = 13;
  if (kind !== 'IHDR' || data.length !== LENGTH) throw new UnfitPicture('picture-broken');
  const [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
  checkSize(width, height);
  const [bits = 0, colour = 0, packing = 0, filtering = 0, interlacing = 0] = data.subarray(8);
  const isKnown = DEPTHS[colour]?.includes(bits) && packing === 0 && filtering === 0 && interlacing <= 1;
  if (!isKnown) throw new UnfitPicture('picture-unsupported');
  return { width, height, bits, colour, interlaced: interlacing === 1 };
}

function readResolution(data: Buffer): PictureHeader['resolution'] {
  const [LENGTH, PER_METRE] = [9, 1];
  if (data.length !== LENGTH || data[8] !== PER_METRE) return null;
  const [x, y] = [data.readUInt32BE(0) * METRES, data.readUInt32BE(4) * METRES];
  return x > 0 && y > 0 ? { x, y } : null;
}

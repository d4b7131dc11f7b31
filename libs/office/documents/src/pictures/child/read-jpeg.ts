import { exifOrientation } from './exif-orientation.ts';
import { checkSize, type PictureHeader, UnfitPicture } from './picture.ts';

const [MARKER, START, END, SCAN, APP0, APP1] = [0xff, 0xd8, 0xd9, 0xda, 0xe0, 0xe1];
/** Baseline, extended and progressive: what every reader of PDF understands. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2]);
/** Lossless, arithmetic and hierarchical frames, which few read. */
const OTHER_FRAMES = new Set([0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);
/** They divide a scan. */
const RESTARTS = new Set([0xd0, 0xd1, 0xd2, 0xd3, 0xd4, 0xd5, 0xd6, 0xd7]);
const JFIF = 'JFIF\0';
const PER_INCH = 1;
const PER_CENTIMETRE = 2;
const CENTIMETRES = 2.54;

export const isJpeg = (bytes: Buffer): boolean => bytes[0] === MARKER && bytes[1] === START && bytes[2] === MARKER;

/** @throws UnfitPicture */
export function readJpeg(bytes: Buffer): PictureHeader {
  let frame: Pick<PictureHeader, 'width' | 'height' | 'components'> | null = null;
  let resolution: PictureHeader['resolution'] = null;
  let orientation: number | null = null;
  for (let at = 2; ;) {
    if (bytes[at] !== MARKER) throw new UnfitPicture('picture-broken');
    while (bytes[at + 1] === MARKER) at++;
    const kind = bytes[at + 1];
    if (kind === undefined || at + 4 > bytes.length || kind === END) throw new UnfitPicture('picture-broken');
    const next = at + 2 + bytes.readUInt16BE(at + 2);
    const segment = bytes.subarray(at + 4, next);
    if (next > bytes.length || next < at + 4 || OTHER_FRAMES.has(kind)) {
      throw new UnfitPicture(OTHER_FRAMES.has(kind) ? 'picture-unsupported' : 'picture-broken');
    }
    if (FRAMES.has(kind)) frame = readFrame(segment);
    if (kind === APP0) resolution ??= readResolution(segment);
    if (kind === APP1) orientation ??= exifOrientation(segment);
    // A thumbnail within a segment is passed over with it.
    at = kind === SCAN ? endOfScan(bytes, next) : next;
    if (kind === SCAN && bytes[at + 1] === END) break;
  }
  if (!frame) throw new UnfitPicture('picture-broken');
  return { ...frame, resolution, orientation: orientation ?? 1 };
}

function readFrame(segment: Buffer): Pick<PictureHeader, 'width' | 'height' | 'components'> {
  const [SHORTEST, BITS] = [6, 8];
  if (segment.length < SHORTEST) throw new UnfitPicture('picture-broken');
  if (segment[0] !== BITS) throw new UnfitPicture('picture-unsupported');
  const [height, width, components] = [segment.readUInt16BE(1), segment.readUInt16BE(3), segment[5]];
  checkSize(width, height);
  if (components === 4) throw new UnfitPicture('picture-cmyk');
  if (components !== 1 && components !== 3) throw new UnfitPicture('picture-unsupported');
  return { width, height, components };
}

function readResolution(segment: Buffer): PictureHeader['resolution'] {
  const SHORTEST = 12;
  if (segment.length < SHORTEST || segment.toString('latin1', 0, JFIF.length) !== JFIF) return null;
  const [unit, x, y] = [segment[7], segment.readUInt16BE(8), segment.readUInt16BE(10)];
  if (x === 0 || y === 0) return null;
  if (unit === PER_INCH) return { x, y };
  return unit === PER_CENTIMETRE ? { x: x * CENTIMETRES, y: y * CENTIMETRES } : null;
}

/** Where the next marker stands; what was cut has none. Behind the end cameras put more. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(MARKER, from); at >= 0; at = bytes.indexOf(MARKER, at + 1)) {
    const kind = bytes[at + 1];
    const isOfScan = kind === 0 || kind === MARKER || (kind !== undefined && RESTARTS.has(kind));
    if (kind !== undefined && !isOfScan) return at;
    // A zero belongs to the byte before it; of several marks the last one counts.
    if (kind === 0) at++;
  }
  throw new UnfitPicture('picture-broken');
}

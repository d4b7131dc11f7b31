import { crc32, inflateSync } from 'node:zlib';
import { sizeOfJpeg } from './jpeg';

/** What a letter can bear as its emblem. */
export type PictureKind = 'png' | 'jpeg';

/** Printed a few centimetres wide, more is not seen; and nobody waits for it to be drawn. */
const MOST_PIXELS = 2000;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Samples of a pixel by the colour type of a PNG. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Which picture this is, whole and of a size that can be printed; null for all else, which would stop every letter. */
export function pictureKind(bytes: Buffer): PictureKind | null {
  if (isWholePng(bytes)) return 'png';
  const size = sizeOfJpeg(bytes);
  return size && fits(size.width, size.height) ? 'jpeg' : null;
}

const fits = (width: number, height: number): boolean =>
  width > 0 && height > 0 && width <= MOST_PIXELS && height <= MOST_PIXELS;

/** Every part of it is as its check sum says, and its rows are all there. Interlaced ones, which are rare, are not taken. */
function isWholePng(bytes: Buffer): boolean {
  if (!bytes.subarray(0, 8).equals(PNG)) return false;
  const parts = partsOfPng(bytes);
  const [header] = parts ?? [];
  if (!parts || header?.name !== 'IHDR' || header.data.length !== 13 || parts.at(-1)?.name !== 'IEND') return false;
  const [width, height] = [header.data.readUInt32BE(0), header.data.readUInt32BE(4)];
  const [depth = 0, colour = -1, , , interlaced] = header.data.subarray(8);
  const samples = SAMPLES[colour];
  if (!fits(width, height) || samples === undefined || ![1, 2, 4, 8].includes(depth) || interlaced !== 0) return false;
  if (colour === 3 && !parts.some(({ name }) => name === 'PLTE')) return false;
  const size = height * (1 + Math.ceil((width * samples * depth) / 8));
  const data = Buffer.concat(parts.filter(({ name }) => name === 'IDAT').map((part) => part.data));
  return inflatedSize(data, size) === size;
}

function partsOfPng(bytes: Buffer): { readonly name: string; readonly data: Buffer }[] | null {
  const parts = [];
  for (let at = 8; at < bytes.length;) {
    if (at + 12 > bytes.length) return null;
    const end = at + 8 + bytes.readUInt32BE(at);
    if (end + 4 > bytes.length || crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) return null;
    parts.push({ name: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, end) });
    at = end + 4;
  }
  return parts;
}

/** @returns -1 for what is not compressed as it says, or is larger. */
function inflatedSize(data: Buffer, most: number): number {
  try {
    return inflateSync(data, { maxOutputLength: most }).length;
  } catch {
    return -1;
  }
}

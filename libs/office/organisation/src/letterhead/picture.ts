import { type PictureSize, type Typesetter, TypesettingFailed } from '@patravali/typesetting';

/** What a letter can bear as its emblem. */
export type PictureKind = 'png' | 'jpeg';

/** Printed a few centimetres wide, more is not seen; and nobody waits for it to be drawn. */
const MOST_PIXELS = 2000;
/** With which bytes each begins and ends: what was cut off is not whole, though some readers fill it up. */
const ENDS: Readonly<Record<PictureKind, { readonly first: Buffer; readonly last: Buffer }>> = {
  png: { first: Buffer.from('89504e470d0a1a0a', 'hex'), last: Buffer.from('0000000049454e44ae426082', 'hex') },
  jpeg: { first: Buffer.from('ffd8ff', 'hex'), last: Buffer.from('ffd9', 'hex') },
};
/** Where the header of a PNG says how many bits a sample takes, and whether its rows are interlaced. */
const PNG_DEPTH = 24;
const PNG_INTERLACED = 28;
const MOST_BITS = 8;
/** Begins the picture itself in a JPEG; of each block of 8 × 8 pixels at least the mean is kept, and that nothing else follows. */
const JPEG_SCAN = Buffer.from('ffda', 'hex');
const LEAST_BITS = 2;

/** Which picture this is by its first and last bytes; null for all else. */
export function pictureKind(bytes: Buffer): PictureKind | null {
  const kinds = Object.keys(ENDS) as PictureKind[];
  return (
    kinds.find((kind) => {
      const { first, last } = ENDS[kind];
      return bytes.subarray(0, first.length).equals(first) && bytes.subarray(-last.length).equals(last);
    }) ?? null
  );
}

/**
 * Whether letters can bear it: the typesetter decodes it whole, and it is of a size that can be printed. What it could not set
 * would stop every letter.
 * @throws TypesettingFailed when the typesetter could not look at it.
 */
export async function canBeSet(bytes: Buffer, typesetter: Typesetter): Promise<boolean> {
  const kind = pictureKind(bytes);
  if (kind === null || (kind === 'png' && !isPlainPng(bytes))) return false;
  try {
    const size = await typesetter.pictureSize({ kind, picture: bytes.toString('base64') });
    return size.width <= MOST_PIXELS && size.height <= MOST_PIXELS && (kind === 'png' || isScanned(bytes, size));
  } catch (error) {
    if (error instanceof TypesettingFailed && error.reason === 'unfit') return false;
    throw error;
  }
}

/** Interlaced ones, and those with finer samples than are printed, are rare and not taken. */
const isPlainPng = (bytes: Buffer): boolean => (bytes[PNG_DEPTH] ?? 0) <= MOST_BITS && bytes[PNG_INTERLACED] === 0;

/** The decoder fills up what is missing of a scan. */
function isScanned(bytes: Buffer, { width, height }: PictureSize): boolean {
  const scan = bytes.indexOf(JPEG_SCAN) + JPEG_SCAN.length;
  const scanned = bytes.length - ENDS.jpeg.last.length - scan - bytes.readUInt16BE(scan);
  return scanned * 8 >= LEAST_BITS * Math.ceil(width / 8) * Math.ceil(height / 8);
}

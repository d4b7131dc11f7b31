const EXIF = Buffer.from('Exif\0\0', 'latin1');
const ORIENTATION = 0x0112;
const ENTRY_BYTES = 12;
const UPRIGHT = 1;
const MOST_TURNED = 8;

/** Of the segment APP1 of a JPEG. Null where it says nothing that can be understood. */
export function exifOrientation(segment: Buffer): number | null {
  const isExif = segment.subarray(0, EXIF.length).equals(EXIF);
  return isExif ? orientationIn(segment.subarray(EXIF.length)) : null;
}

/** Of a block of TIFF, as Exif has it. */
export function orientationIn(tiff: Buffer): number | null {
  const order = tiff.toString('latin1', 0, 2);
  if (order !== 'II' && order !== 'MM') return null;
  const short = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (order === 'II' ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  try {
    const begin = long(4);
    const entries = short(begin);
    for (let at = begin + 2, left = entries; left > 0; at += ENTRY_BYTES, left--) {
      if (short(at) !== ORIENTATION) continue;
      const found = short(at + 8);
      return found >= UPRIGHT && found <= MOST_TURNED ? found : null;
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return null;
}

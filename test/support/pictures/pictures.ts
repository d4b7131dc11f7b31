import { crc32, deflateSync } from 'node:zlib';

/** A JPEG of one white pixel. */
export const PIXEL = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////' +
    'wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AKp//2Q==',
  'base64',
);
const EXIF = 'Exif\0\0';

function segment(kind: number, data: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(data.length + 2);
  return Buffer.concat([Buffer.from([0xff, kind]), length, data]);
}

/** Which side was up when it was photographed, as Exif says it. */
function turned(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}

interface JpegParts {
  readonly components?: number;
  readonly orientation?: number;
  /** A picture within the picture. */
  readonly thumbnail?: Buffer;
  /** How it is packed: baseline unless said otherwise. */
  readonly frame?: number;
}

/** What stands around the pixels is as in any JPEG; the pixels are none. */
export function jpeg(width: number, height: number, parts: JpegParts = {}): Buffer {
  const { components = 3, orientation, thumbnail, frame = 0xc0 } = parts;
  const eachComponent = Array.from({ length: components }, (_, index) => [index + 1, 0x11, 0]).flat();
  const head = [8, height >> 8, height & 255, width >> 8, width & 255, components, ...eachComponent];
  const exif = Buffer.concat([Buffer.from(EXIF, 'latin1'), turned(orientation ?? 1), thumbnail ?? Buffer.alloc(0)]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...(orientation !== undefined || thumbnail ? [segment(0xe1, exif)] : []),
    segment(frame, Buffer.from(head)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0, 0xff, 0, 1, 0xff, 0xd0, 2, 0xff, 0xd9]),
  ]);
}

export function chunk(kind: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

interface PngParts {
  readonly bits?: number;
  /** As PNG counts: 0 grey, 2 of three colours, 3 by a palette, 4 and 6 with transparency. */
  readonly colour?: number;
  readonly interlaced?: boolean;
  /** Dots an inch. */
  readonly resolution?: number;
  /** The values of a pixel; white unless said otherwise. */
  readonly pixel?: (column: number, row: number) => readonly number[];
  /** What stands before the pixels. */
  readonly chunks?: readonly Buffer[];
  /** In the place of the packed pixels. */
  readonly packed?: Buffer;
}

const CHANNELS = [1, 1, 3, 1, 2, 1, 4];
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

export function png(width: number, height: number, parts: PngParts = {}): Buffer {
  const { bits = 8, colour = 0, interlaced = false, resolution, pixel, chunks = [], packed } = parts;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([bits, colour, 0, 0, interlaced ? 1 : 0], 8);
  const white = Array.from({ length: CHANNELS[colour] ?? 1 }, () => 255);
  const rows = () => {
    const passes = interlaced ? PASSES : ([[0, 0, 1, 1]] as const);
    return passes.flatMap((pass) => rowsOf(pass, { width, height, bits }, pixel ?? (() => white)));
  };
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    ...(resolution ? [chunk('pHYs', perMetre(resolution))] : []),
    ...chunks,
    chunk('IDAT', packed ?? deflateSync(Buffer.concat(rows()))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Each second row says how it differs from the one above it, as packers like it. */
function rowsOf(
  [left, top, across, down]: readonly [number, number, number, number],
  { width, height, bits }: { readonly width: number; readonly height: number; readonly bits: number },
  pixel: (column: number, row: number) => readonly number[],
): Buffer[] {
  const rows: Buffer[] = [];
  let above: Buffer | null = null;
  for (let row = top; row < height && left < width; row += down) {
    const values: number[] = [];
    for (let column = left; column < width; column += across) values.push(...pixel(column, row));
    const line = packedBits(values, bits);
    const before: Buffer | null = rows.length % 2 === 1 ? above : null;
    rows.push(Buffer.from([before ? 2 : 0, ...line.map((value, at) => (value - (before?.[at] ?? 0)) & 255)]));
    above = line;
  }
  return rows;
}

function packedBits(values: readonly number[], bits: number): Buffer {
  const bytes = Buffer.alloc(Math.ceil((values.length * bits) / 8));
  values.forEach((value, index) => {
    if (bits === 16) bytes.writeUInt16BE(value * 257, 2 * index);
    else bytes[(index * bits) >> 3] = (bytes[(index * bits) >> 3] ?? 0) | (value << (8 - bits - ((index * bits) & 7)));
  });
  return bytes;
}

function perMetre(resolution: number): Buffer {
  const metres = Buffer.alloc(9, 1);
  metres.writeUInt32BE(Math.round(resolution / 0.0254));
  metres.writeUInt32BE(Math.round(resolution / 0.0254), 4);
  return metres;
}

export const BOUNDARY = 'between-the-pictures';

/** What a browser sends of files that are chosen together. */
export function aForm(...files: readonly (readonly [name: string, bytes: Buffer])[]): Buffer {
  const parts = files.flatMap(([name, bytes]) => [
    Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="picture"; filename="${name}"\r\n\r\n`),
    bytes,
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}

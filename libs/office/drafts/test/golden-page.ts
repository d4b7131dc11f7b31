import { deflateSync, inflateSync } from 'node:zlib';

/** A page as it is kept for comparison: a point is a pixel, in shades of grey. */
export interface GreyPage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** So many shades are enough to see a letter that moved, and compress well. */
const SHADES = 16;

/** Of the pixels that PDFium draws, four of which make one. @param drawnWidth so many of them are in a row. */
export function greyPage(drawn: Uint8Array, drawnWidth: number): GreyPage {
  const row = 4 * drawnWidth;
  const width = Math.floor(drawnWidth / 2);
  const height = Math.floor(drawn.length / row / 2);
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (const at of [0, 4, row, row + 4])
        for (const colour of [0, 1, 2]) sum += drawn[2 * y * row + 8 * x + at + colour] ?? 0;
      pixels[y * width + x] = Math.round((sum / 12 / 255) * (SHADES - 1)) * (255 / (SHADES - 1));
    }
  return { width, height, pixels };
}

/** How far two pages are apart. */
export interface Apart {
  /** The mean difference of a pixel, of 255. */
  readonly mean: number;
  /** How many of a thousand pixels differ by more than half of all shades. */
  readonly perThousand: number;
}

export function apart(one: GreyPage, other: GreyPage): Apart {
  if (one.width !== other.width || one.height !== other.height) return { mean: 255, perThousand: 1000 };
  let [sum, far] = [0, 0];
  for (const [index, shade] of one.pixels.entries()) {
    const difference = Math.abs(shade - (other.pixels[index] ?? 0));
    sum += difference;
    if (difference > 127) far += 1;
  }
  return { mean: sum / one.pixels.length, perThousand: (1000 * far) / one.pixels.length };
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Eight bits, grey, not interlaced. */
const GREY = [8, 0, 0, 0, 0];

/** As a PNG, whose rows are written as they are. */
export function toPng({ width, height, pixels }: GreyPage): Buffer {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', Buffer.concat([size, Buffer.from(GREY)])),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Reads what `toPng` has written, and nothing else. */
export function fromPng(png: Buffer): GreyPage {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const length = png.readUInt32BE(33);
  const rows = inflateSync(png.subarray(41, 41 + length));
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) pixels.set(rows.subarray(y * (width + 1) + 1, (y + 1) * (width + 1)), y * width);
  return { width, height, pixels };
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc(named));
  return Buffer.concat([length, named, check]);
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

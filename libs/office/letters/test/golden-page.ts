import { deflateSync, inflateSync } from 'node:zlib';

/** A page as it is kept for comparison: a point is a pixel, in a few shades of grey. */
export interface GreyPage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** So many shades are enough to see a letter that moved, and compress well. */
const SHADES = 6;
const STEP = 255 / (SHADES - 1);
/** A picture has sixteen. */
const STEP_KEPT = 17;

/** Of the pixels that PDFium draws, four of which make one; their green is as light as they are. @param drawnWidth so many of them are in a row. */
export function greyPage(drawn: Uint8Array, drawnWidth: number): GreyPage {
  const row = 4 * drawnWidth;
  // Two pixels of a picture share a byte.
  const width = 2 * Math.floor(drawnWidth / 4);
  const height = Math.floor(drawn.length / row / 2);
  const pixels = new Uint8Array(width * height);
  const green = (at: number) => drawn[at + 1] ?? 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = 2 * y * row + 8 * x;
      const sum = green(at) + green(at + 4) + green(at + row) + green(at + row + 4);
      pixels[y * width + x] = Math.round((sum / 4 / 255) * (SHADES - 1)) * STEP;
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
/** Four bits a pixel, grey, not interlaced. */
const GREY = [4, 0, 0, 0, 0];

/** As a PNG, whose rows are written as they are. */
export function toPng({ width, height, pixels }: GreyPage): Buffer {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  // A byte before each row says how it is written.
  const row = width / 2 + 1;
  const rows = Buffer.alloc(height * row);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x += 2) {
      const [left = 0, right = 0] = pixels.subarray(y * width + x, y * width + x + 2);
      rows[y * row + 1 + x / 2] = ((left / STEP_KEPT) << 4) | (right / STEP_KEPT);
    }
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
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const both = rows[y * (width / 2 + 1) + 1 + (x >> 1)] ?? 0;
      pixels[y * width + x] = (x % 2 === 0 ? both >> 4 : both & 15) * STEP_KEPT;
    }
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

import { crc32, deflateSync } from 'node:zlib';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { inspectPdf, warmInspectors } from '../inspection';
import { UnfitPicture } from './picture';
import { pdfOfPictures } from './pdf-of-pictures';

/** Of one white pixel. */
const PIXEL = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////' +
    'wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AKp//2Q==',
  'base64',
);

function segment(kind: number, data: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(data.length + 2);
  return Buffer.concat([Buffer.from([0xff, kind]), length, data]);
}

function exif(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]));
}

function jpeg(frame: readonly number[], more: Buffer = Buffer.alloc(0), kind = 0xc0): Buffer {
  const scan = segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0]));
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    more,
    segment(kind, Buffer.from(frame)),
    scan,
    Buffer.from([0, 0xff, 0xd9]),
  ]);
}
const frameOf = (width: number, height: number, components: number) => [
  8,
  height >> 8,
  height & 255,
  width >> 8,
  width & 255,
  components,
  ...Array.from({ length: components }, (_, index) => [index + 1, 0x11, 0]).flat(),
];

function chunk(kind: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

function png(width: number, height: number, { colour = 0, interlaced = 0, resolution = 0 } = {}): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([8, colour, 0, 0, interlaced], 8);
  const metres = Buffer.alloc(9, 1);
  metres.writeUInt32BE(Math.round(resolution / 0.0254));
  metres.writeUInt32BE(Math.round(resolution / 0.0254), 4);
  const rows = width > 5000 ? Buffer.from('<script>alert(1)</script>') : Buffer.alloc(height * (width + 1), 0);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    ...(resolution ? [chunk('pHYs', metres)] : []),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

async function sizes(...pictures: Buffer[]): Promise<number[][]> {
  const document = await PDFDocument.load(await pdfOfPictures(pictures));
  return document.getPages().map((page) => [Math.round(page.getWidth()), Math.round(page.getHeight())]);
}

const reasonOf = (picture: Buffer) =>
  pdfOfPictures([picture]).then(
    () => 'taken',
    (error: unknown) => error instanceof UnfitPicture && error.reason,
  );

describe('a PDF made of pictures', () => {
  it('has a page for each, in their order, as large as it was scanned or as fits on A4', async () => {
    const scan = png(1240, 1754, { resolution: 150 });
    const [portrait, landscape] = [jpeg(frameOf(3000, 4000, 3)), jpeg(frameOf(4000, 3000, 1))];
    expect(await sizes(scan, portrait, landscape)).toEqual([
      [595, 842],
      [595, 794],
      [794, 595],
    ]);
  });

  it('stands upright as the camera was held', async () => {
    for (const [orientation, width, height] of [
      [1, 794, 595],
      [3, 794, 595],
      [6, 595, 794],
      [8, 595, 794],
      [99, 794, 595],
    ] as const)
      expect(await sizes(jpeg(frameOf(4000, 3000, 3), exif(orientation)))).toEqual([[width, height]]);
  });

  it('holds each JPEG byte by byte', async () => {
    expect(Buffer.from(await pdfOfPictures([PIXEL])).includes(PIXEL)).toBe(true);
  });

  it('is a scan to whoever inspects it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'patravali-pictures-'));
    const path = join(folder, 'letter.pdf');
    await writeFile(path, await pdfOfPictures([PIXEL, png(100, 140)]));
    try {
      expect(await inspectPdf(path)).toMatchObject({ pages: 2, hasText: false, active: [] });
    } finally {
      await warmInspectors.close();
      await rm(folder, { recursive: true });
    }
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'not-picture'],
    ['a PDF that is called a picture', Buffer.from('%PDF-1.7\n'), 'not-picture'],
    ['a page of HTML', Buffer.from('<html>'), 'not-picture'],
    ['a JPEG of four inks', jpeg(frameOf(10, 10, 4)), 'picture-cmyk'],
    ['a JPEG that was cut', jpeg(frameOf(10, 10, 3)).subarray(0, -2), 'picture-broken'],
    ['a JPEG that was cut in its header', jpeg(frameOf(10, 10, 3)).subarray(0, 9), 'picture-broken'],
    ['a JPEG of 60,000 × 60,000', jpeg(frameOf(60_000, 60_000, 3)), 'picture-too-large'],
    ['a lossless JPEG', jpeg(frameOf(10, 10, 3), undefined, 0xc3), 'picture-unsupported'],
    ['a PNG of 30,000 × 30,000', png(30_000, 30_000), 'picture-too-large'],
    ['a PNG that was cut', png(10, 10).subarray(0, -5), 'picture-broken'],
    ['an interlaced PNG', png(10, 10, { interlaced: 1 }), 'picture-unsupported'],
    ['a transparent PNG', png(10, 10, { colour: 6 }), 'picture-unsupported'],
  ])('is not made of %s', async (_, picture, reason) => {
    expect(await reasonOf(picture)).toBe(reason);
  });
});

import { crc32 } from 'node:zlib';
import { checkSize, type PictureHeader, UnfitPicture } from './picture';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const AROUND = 12;
const METRES = 0.0254;
const [GREY, RGB, PALETTE] = [0, 2, 3];

export interface Png extends PictureHeader {
  readonly bits: number;
  readonly palette: Buffer | null;
  /** Rows as PNG packs them, which a PDF takes as they are. */
  readonly rows: Buffer;
}

export const isPng = (bytes: Buffer): boolean => bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE);

/** Nothing is unpacked. @throws UnfitPicture also for what is transparent or interlaced, whose rows no PDF takes as they are. */
export function readPng(bytes: Buffer): Png {
  let head: { width: number; height: number; bits: number; colour: number } | null = null;
  let resolution: PictureHeader['resolution'] = null;
  let palette: Buffer | null = null;
  const rows: Buffer[] = [];
  for (let at = SIGNATURE.length; ;) {
    const { kind, data, next } = chunkAt(bytes, at);
    head ??= readHead(kind, data);
    if (kind === 'tRNS') throw new UnfitPicture('picture-unsupported');
    if (kind === 'PLTE') palette = data;
    if (kind === 'pHYs' && data.length === 9 && data[8] === 1 && data.readUInt32BE(0) > 0 && data.readUInt32BE(4) > 0)
      resolution = { x: data.readUInt32BE(0) * METRES, y: data.readUInt32BE(4) * METRES };
    if (kind === 'IDAT') rows.push(data);
    at = next;
    if (kind === 'IEND') break;
  }
  const { width, height, bits, colour } = head;
  if (rows.length === 0 || (colour === PALETTE && !palette)) throw new UnfitPicture('picture-broken');
  const components = colour === RGB ? 3 : 1;
  palette = colour === PALETTE ? palette : null;
  return { width, height, bits, components, palette, resolution, orientation: 1, rows: Buffer.concat(rows) };
}

function chunkAt(bytes: Buffer, at: number): { kind: string; data: Buffer; next: number } {
  if (at + AROUND > bytes.length) throw new UnfitPicture('picture-broken');
  const next = at + AROUND + bytes.readUInt32BE(at);
  if (next > bytes.length) throw new UnfitPicture('picture-broken');
  const isAsWritten = crc32(bytes.subarray(at + 4, next - 4)) === bytes.readUInt32BE(next - 4);
  if (!isAsWritten) throw new UnfitPicture('picture-broken');
  return { kind: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, next - 4), next };
}

function readHead(kind: string, data: Buffer): { width: number; height: number; bits: number; colour: number } {
  if (kind !== 'IHDR' || data.length !== 13) throw new UnfitPicture('picture-broken');
  const [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
  checkSize(width, height);
  const [bits = 0, colour = 0, , , interlaced = 0] = data.subarray(8);
  const isPlain = [GREY, RGB, PALETTE].includes(colour) && interlaced === 0;
  if (!isPlain || ![1, 2, 4, 8].includes(bits)) throw new UnfitPicture('picture-unsupported');
  return { width, height, bits, colour };
}

import { Readable } from 'node:stream';
import { createInflate } from 'node:zlib';
import type { PdfPicture } from './pdf-file.ts';
import { UnfitPicture } from './picture.ts';
import { channelsOf, onWhite, unpacked } from './png-pixels.ts';
import { COLOURS, type Png } from './read-png.ts';

const LAST_FILTER = 4;
const BYTES_OF_COLOUR = 3;

/** A PDF takes rows as PNG packs them, unless they are interlaced or hold how transparent each pixel is. */
export async function pngPicture(png: Png): Promise<PdfPicture> {
  const { width, height, bits, colour, interlaced, palette, rows } = png;
  const isPlain = !interlaced && colour !== COLOURS.greyAlpha && colour !== COLOURS.rgbAlpha;
  if (!isPlain) return unpacked(png);
  await checkRows(png);
  const space = palette ? paletteSpace(onWhite(palette, png.transparency)) : plainSpace(png);
  const row = `/Predictor 15 /Colors ${channelsOf(colour)} /BitsPerComponent ${bits} /Columns ${width}`;
  const form = `/ColorSpace ${space} /BitsPerComponent ${bits} /Filter /FlateDecode /DecodeParms << ${row} >>`;
  return { columns: width, rows: height, form: form + missingColour(png), bytes: rows };
}

export const plainSpace = ({ components }: Pick<Png, 'components'>): string =>
  components === 1 ? '/DeviceGray' : '/DeviceRGB';

function paletteSpace(palette: Buffer): string {
  return `[/Indexed /DeviceRGB ${Math.floor(palette.length / BYTES_OF_COLOUR) - 1} <${palette.toString('hex')}>]`;
}

/** One that is nowhere drawn. */
function missingColour({ palette, transparency, components }: Png): string {
  if (palette || transparency?.length !== 2 * components) return '';
  const values = Array.from({ length: components }, (_, index) => transparency.readUInt16BE(2 * index));
  return ` /Mask [${values.flatMap((value) => [value, value]).join(' ')}]`;
}

/** Unpacks them piece by piece and keeps none: they are as many as the header says, or the picture is broken. */
async function checkRows({ width, height, bits, colour, rows }: Png): Promise<void> {
  const row = 1 + Math.ceil((width * channelsOf(colour) * bits) / 8);
  let length = 0;
  try {
    for await (const piece of Readable.from([rows]).pipe(createInflate()) as AsyncIterable<Buffer>) {
      for (let at = (row - (length % row)) % row; at < piece.length; at += row) {
        if ((piece[at] ?? 0) > LAST_FILTER) throw new UnfitPicture('picture-broken');
      }
      length += piece.length;
      if (length > row * height) break;
    }
  } catch {
    throw new UnfitPicture('picture-broken');
  }
  if (length !== row * height) throw new UnfitPicture('picture-broken');
}

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface FontFile {
  readonly package: string;
  readonly weight: string;
  readonly name: string;
}

/**
 * Noto Sans Devanagari is the font from whose PDFs Hindi text comes back right; others double the reph. The order does
 * not matter here: the templates say which font sets what.
 */
const FONT_FILES: readonly FontFile[] = [
  ...['400Regular', '700Bold'].map((weight) => ({
    package: '@expo-google-fonts/noto-sans-devanagari',
    weight,
    name: `NotoSansDevanagari_${weight}.ttf`,
  })),
  ...['400Regular', '700Bold', '400Regular_Italic', '700Bold_Italic'].map((weight) => ({
    package: '@expo-google-fonts/noto-sans',
    weight,
    name: `NotoSans_${weight}.ttf`,
  })),
];

const fontFolder = ({ package: name, weight }: FontFile): string =>
  join(dirname(require.resolve(`${name}/package.json`)), weight);

export const fontFolders = (): string[] => FONT_FILES.map(fontFolder);

/** Answers whether every one of our fonts' families together has a glyph for a code point. */
export function readCoverage(): (codePoint: number) => boolean {
  const ranges = FONT_FILES.filter(({ weight }) => weight === '400Regular').flatMap((font) =>
    coveredRanges(readFileSync(join(fontFolder(font), font.name))),
  );
  return (codePoint) => ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
}

/** The character ranges of a TrueType font, from the full-repertoire subtable (format 12) of its `cmap`. */
function coveredRanges(font: Buffer): [first: number, last: number][] {
  const cmap = tableOffset(font, 'cmap');
  const subtables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) => cmap + 4 + 8 * index);
  const full = subtables
    .map((record) => cmap + font.readUInt32BE(record + 4))
    .find((table) => font.readUInt16BE(table) === 12);
  if (full === undefined) throw new Error('the font has no full character map');
  return Array.from({ length: font.readUInt32BE(full + 12) }, (_, index) => {
    const group = full + 16 + 12 * index;
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
  });
}

function tableOffset(font: Buffer, tag: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const record = 12 + 16 * index;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`the font has no ${tag} table`);
}

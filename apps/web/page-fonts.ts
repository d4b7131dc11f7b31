import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';

const { resolve } = createRequire(import.meta.url);
const FACE =
  /url\('page-fonts\/(noto-(?:sans|serif)(?:-devanagari|-mono)?)-(latin|basic-latin|devanagari|hindi)-(\d+)-normal\.woff2'\)[^}]*unicode-range:([^;}]*)/g;
/** ff, fi, fl, ffi and ffl: what is written with letters of the range is set with these. */
const LIGATURES = 'U+FB00-FB04';
const WEIGHTS: Readonly<Record<string, string>> = { 400: '400Regular', 600: '600SemiBold' };
/** The fonts in which letters are set too, by their name in the package of the letters. */
const OF_LETTERS: Readonly<Record<string, string>> = {
  'noto-sans': 'NotoSans',
  'noto-sans-devanagari': 'NotoSansDevanagari',
};

/**
 * Letters and page are set in the same Noto Sans, from one package: what the page needs of it is cut out for each face that the
 * stylesheet names, and laid into the folder; of the other fonts too.
 */
export async function makePageFonts(stylesheet: string, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const css = await readFile(stylesheet, 'utf8');
  for (const [, font = '', part = '', weight = '', ranges = ''] of css.matchAll(FACE)) {
    const whole = await readFile(resolve(wholeFont(font, weight)));
    // Conjuncts of Hindi are glyphs that no character has, and come along; of Latin those would be small capitals and the like.
    const noLayoutClosure = !font.endsWith('devanagari');
    const characters = charactersOf(noLayoutClosure ? `${ranges}, ${LIGATURES}` : ranges);
    const cut = await subsetFont(whole, characters, { targetFormat: 'woff2', noLayoutClosure });
    await writeFile(join(folder, `${font}-${part}-${weight}-normal.woff2`), cut);
  }
}

function wholeFont(font: string, weight: string): string {
  const [name, style = ''] = [OF_LETTERS[font], WEIGHTS[weight]];
  if (name !== undefined) return `@expo-google-fonts/${font}/${style}/${name}_${style}.ttf`;
  const script = font.endsWith('devanagari') ? 'devanagari' : 'latin';
  return `@fontsource/${font}/files/${font}-${script}-${weight}-normal.woff2`;
}

/** All characters of `U+0000-00FF, U+20B9`. */
function charactersOf(ranges: string): string {
  const points = [...ranges.matchAll(/U\+([\dA-F]+)(?:-([\dA-F]+))?/g)].flatMap(([, from = '', to = from]) => {
    const first = parseInt(from, 16);
    return Array.from({ length: parseInt(to, 16) - first + 1 }, (_, at) => first + at);
  });
  return String.fromCodePoint(...points);
}

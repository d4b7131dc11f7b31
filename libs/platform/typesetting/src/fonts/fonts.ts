import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { coveredRanges } from './covered-ranges';

interface Family {
  readonly package: string;
  /** How its files begin. */
  readonly file: string;
  readonly weights: readonly string[];
  /** What `fonts.typ` leaves to it, when that is not all it has. */
  readonly sets?: RegExp;
}

const BOTH_WEIGHTS = ['400Regular', '700Bold'];

/**
 * What is printed with them is the sum of what they cover. Noto Sans Devanagari is the font from whose PDFs Hindi text comes
 * back right; others double the reph. Scheherazade New draws an Urdu letter as one glyph; fonts that put its dots on
 * separately lose it. The order does not matter here: `fonts.typ` says which font sets what.
 */
const FAMILIES: readonly Family[] = [
  {
    package: 'noto-sans-devanagari',
    file: 'NotoSansDevanagari',
    weights: BOTH_WEIGHTS,
    sets: /[^!-~\u{a1}-\u{24f}]/u,
  },
  { package: 'noto-sans', file: 'NotoSans', weights: [...BOTH_WEIGHTS, '400Regular_Italic', '700Bold_Italic'] },
  { package: 'scheherazade-new', file: 'ScheherazadeNew', weights: BOTH_WEIGHTS },
  { package: 'noto-sans-bengali', file: 'NotoSansBengali', weights: BOTH_WEIGHTS },
  { package: 'noto-sans-gujarati', file: 'NotoSansGujarati', weights: BOTH_WEIGHTS },
  { package: 'noto-sans-gurmukhi', file: 'NotoSansGurmukhi', weights: BOTH_WEIGHTS },
  { package: 'noto-sans-tamil', file: 'NotoSansTamil', weights: BOTH_WEIGHTS },
  { package: 'noto-sans-math', file: 'NotoSansMath', weights: ['400Regular'] },
  { package: 'noto-sans-symbols-2', file: 'NotoSansSymbols2', weights: ['400Regular'] },
];

/** Folders of the fonts that are installed. What a missing one would cover is refused like any other character without a glyph. */
export const fontFolders = (): string[] =>
  FAMILIES.flatMap((family) => family.weights.map((weight) => fontFolder(family, weight))).filter(existsSync);

/** Answers whether one of our fonts has glyphs for all of some characters. */
export function readCoverage(): (characters: readonly string[]) => boolean {
  const fonts = FAMILIES.map((family) => ({
    ranges: rangesOf(join(fontFolder(family, '400Regular'), `${family.file}_400Regular.ttf`)),
    sets: family.sets ?? /./su,
  }));
  return (characters) =>
    fonts.some(({ ranges, sets }) =>
      characters.every((character) => {
        const codePoint = character.codePointAt(0) ?? 0;
        return sets.test(character) && ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
      }),
    );
}

const rangesOf = (file: string) => (existsSync(file) ? coveredRanges(readFileSync(file)) : []);

/** They lie beside each other: the first is always there. */
const scope = dirname(dirname(require.resolve('@expo-google-fonts/noto-sans-devanagari/package.json')));
const fontFolder = ({ package: name }: Family, weight: string): string => join(scope, name, weight);

import { readCoverage } from './fonts';

/** Longer than any word of a language; what is longer still (an address, a key) may break anywhere. */
const LONGEST_UNBROKEN = 40;
const BREAK_HERE = '\u200b';

let covered: ((codePoint: number) => boolean) | undefined;
const graphemes = new Intl.Segmenter('hi', { granularity: 'grapheme' });

/**
 * Text that can be printed whatever a person typed or pasted. PDF/A refuses a character without a glyph, and one such
 * character would refuse the whole note sheet; it is printed as its code point, `[U+1F600]`, so that nothing is lost silently.
 */
export function printable(text: string, longestUnbroken = LONGEST_UNBROKEN): string {
  covered ??= readCoverage();
  const hasGlyph = covered;
  const plain = text.toWellFormed().replace(NEEDS_A_LOOK, (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0)) return KEPT_CONTROLS[character] ?? '';
    if (INVISIBLE.test(character) || hasGlyph(codePoint)) return character;
    return `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
  });
  return plain.replace(new RegExp(`\\S{${longestUnbroken + 1},}`, 'gu'), (word) => breakable(word, longestUnbroken));
}

/** Everything but printable ASCII and Devanagari. */
const NEEDS_A_LOOK = /(?![ -~]|\p{Script=Devanagari})./gsu;
/** Format characters carry no ink; the typesetter drops those that the font lacks. */
const INVISIBLE = /^(?:\p{Default_Ignorable_Code_Point}|\p{Zl}|\p{Zp})$/u;
const KEPT_CONTROLS: Readonly<Record<string, string>> = { '\t': ' ', '\n': '\n', '\u0085': '\n' };

function breakable(word: string, every: number): string {
  const clusters = Array.from(graphemes.segment(word), ({ segment }) => segment);
  return clusters.map((cluster, index) => (index > 0 && index % every === 0 ? BREAK_HERE : '') + cluster).join('');
}

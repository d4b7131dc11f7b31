import { keptText } from '@patravali/contract';
import { breakable } from './breakable';
import { readCoverage } from './fonts';

/** Longer than any word of a language. */
const LONGEST_UNBROKEN = 40;

let covered: ((codePoint: number) => boolean) | undefined;

/**
 * Text that can be printed whatever a person typed or pasted. PDF/A refuses a character without a glyph, and one such
 * character would refuse the whole note sheet; in its place stand a box and its code, `□[U+1F600]`, so that nothing is
 * lost silently. A letter with such a character is refused before it comes here.
 */
export function printable(text: string, longestUnbroken = LONGEST_UNBROKEN): string {
  const plain = keptText(text.toWellFormed()).replace(NEEDS_A_LOOK, (character) => {
    if (!isUnprintable(character)) return KEPT_CONTROLS[character] ?? (CONTROL.test(character) ? '' : character);
    return `□[${codeOf(character)}]`;
  });
  return breakable(
    plain.replace(REPEATED, (all, one: string) => `${one}×${all.length / one.length}`),
    longestUnbroken,
  );
}

/** The characters of a text that no font of ours has, each once, in their order. */
export function unprintableCharacters(text: string): string[] {
  const found = keptText(text.toWellFormed()).match(NEEDS_A_LOOK) ?? [];
  return [...new Set(found.filter(isUnprintable))];
}

function isUnprintable(character: string): boolean {
  if (CONTROL.test(character) || INVISIBLE.test(character)) return false;
  covered ??= readCoverage();
  return !covered(character.codePointAt(0) ?? 0);
}

/** `U+1F600`. */
export const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The same missing character over and over: it is counted. */
const REPEATED = /(□\[U\+[\dA-F]+\])\1{3,}/g;
/** Everything but printable ASCII and Devanagari. */
const NEEDS_A_LOOK = /(?![ -~]|\p{Script=Devanagari})./gsu;
const CONTROL = /^\p{Cc}$/u;
/** Carry no ink; the typesetter drops those that the font lacks. */
const INVISIBLE = /^(?:\p{Default_Ignorable_Code_Point}|\p{Zl}|\p{Zp})$/u;
const KEPT_CONTROLS: Readonly<Record<string, string>> = { '\t': ' ', '\n': '\n', '\u0085': '\n' };

import { keptText } from '@patravali/contract-base';
import { breakable } from './breakable';
import { readCoverage } from './fonts';

/** Longer than any word of a language. */
const LONGEST_UNBROKEN = 40;

let oneFontHas: ReturnType<typeof readCoverage> | undefined;

/**
 * Text that can be printed whatever a person typed or pasted. PDF/A refuses a character without a glyph, and one such
 * character would refuse the whole note sheet; in its place stand a box and its code, `□[U+1F600]`, so that nothing is
 * lost silently. A letter with such a character is refused before it comes here.
 */
export function printable(text: string, longestUnbroken = LONGEST_UNBROKEN): string {
  const plain = keptText(text.toWellFormed()).replace(NEEDS_A_LOOK, (character) => {
    if (!isUnprintable(character)) return KEPT_CONTROLS[character] ?? (CONTROL.test(character) ? '' : character);
    return boxOf(character);
  });
  return breakable(
    withFittingSigns(plain).replace(REPEATED, (all, one: string) => `${one}×${all.length / one.length}`),
    longestUnbroken,
  );
}

/** The characters of a text that no font of ours has, each once, in their order. */
export function unprintableCharacters(text: string): string[] {
  if (ALWAYS_PRINTABLE.test(text)) return [];
  const kept = keptText(text.toWellFormed());
  const alone = (kept.match(NEEDS_A_LOOK) ?? []).filter(isUnprintable);
  return [...new Set([...alone, ...unfittingSigns(kept)])];
}

/**
 * A sign is set with its letter in one font. Where none has both, as for a Vedic accent on a Latin letter, the typesetter
 * would refuse the page or lose one of the two; so the sign is shown by its code.
 */
function withFittingSigns(text: string): string {
  if (text.search(SIGN) < 0) return text;
  return text.replace(LETTER_AND_SIGNS, (letter) => (fits(letter) ? letter : letter.replace(SIGN, boxOf)));
}

function unfittingSigns(text: string): string[] {
  if (text.search(SIGN) < 0) return [];
  return (text.match(LETTER_AND_SIGNS) ?? []).flatMap((letter) => (fits(letter) ? [] : (letter.match(SIGN) ?? [])));
}

function fits(letter: string): boolean {
  if (letter.search(SIGN) < 0) return true;
  oneFontHas ??= readCoverage();
  return oneFontHas(Array.from(letter).filter((character) => !CONTROL.test(character) && !INVISIBLE.test(character)));
}

function isUnprintable(character: string): boolean {
  if (CONTROL.test(character) || INVISIBLE.test(character)) return false;
  oneFontHas ??= readCoverage();
  return PRIVATE.test(character) || !oneFontHas([character]);
}

const boxOf = (character: string): string => `□[${codeOf(character)}]`;

/** `U+1F600`. */
export const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The same missing character over and over: it is counted. */
const REPEATED = /(□\[U\+[\dA-F]+\])\1{3,}/g;
/** Everything but printable ASCII and Devanagari. */
const NEEDS_A_LOOK = /(?![ -~]|\p{Script=Devanagari})./gsu;
/** Nearly every text: such characters have glyphs, and letter and sign go together. */
const ALWAYS_PRINTABLE = /^(?:[ -~।॥]|\p{Script=Devanagari})*$/u;
/** What is set above, below or through a letter. The common ones of Devanagari are set by themselves on a letter of another script. */
const SIGN = /(?!(?=[^\ua8e0-\ua8ff])\p{Script=Devanagari}|\p{Default_Ignorable_Code_Point})\p{M}/gu;
const LETTER_AND_SIGNS = /[^\p{M}\p{Join_Control}]?[\p{M}\p{Join_Control}]+/gu;
/** Left out; U+180F has no ink either, but is younger than the typesetter's list of such signs. */
const CONTROL = /^[\p{Cc}\u180f]$/u;
/** Means what a font takes it for: an archive's PDF must not hold it, even where a font of ours has one. */
const PRIVATE = /^\p{Co}$/u;
/** Carry no ink; the typesetter drops those that the font lacks. */
const INVISIBLE = /^(?:\p{Default_Ignorable_Code_Point}|\p{Zl}|\p{Zp})$/u;
const KEPT_CONTROLS: Readonly<Record<string, string>> = { '\t': ' ', '\n': '\n', '\u0085': '\n' };

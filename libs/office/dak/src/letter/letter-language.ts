import type { LetterLanguage } from '@patravali/contract';
import type { LetterPage, Reading } from './letter-lines';
import type { LetterParts } from './letter-parts';

/** Share of the letters from which a letter is in one language; a Hindi one has English numbers and names. */
const NEARLY_ALL = 0.85;
/** So near to the bound it may be either. */
const DOUBTFUL = 0.07;
/** The letter's own words suffice where they are so many letters. */
const ENOUGH = 120;
/** Fewer letters say nothing. */
const FEWEST = 40;

/** In which language it is written, by the letters of its scripts. */
export function languageOf(pages: readonly LetterPage[], parts: LetterParts): Reading<LetterLanguage> | null {
  const { lines, subject, below, closing } = parts;
  // The letterhead of a Hindi letter is in both.
  const own = lines.slice(Math.max(subject, 0), closing?.line ?? below).map(({ text }) => text);
  const whole = pages.map((page) => page.text).join('\n');
  const text = subject >= 0 && own.join('').length >= ENOUGH ? own.join('\n') : whole;
  const hindi = text.match(/[\u0904-\u0939]/gu)?.length ?? 0;
  const english = text.match(/[A-Za-z]/gu)?.length ?? 0;
  if (hindi + english < FEWEST) return null;
  const share = hindi / (hindi + english);
  const value = share >= NEARLY_ALL ? 'hi' : share <= 1 - NEARLY_ALL ? 'en' : 'bilingual';
  const bounds = [NEARLY_ALL, 1 - NEARLY_ALL];
  return { value, certain: bounds.every((bound) => Math.abs(share - bound) > DOUBTFUL), at: null };
}

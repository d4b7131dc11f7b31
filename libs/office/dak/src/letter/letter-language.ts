import type { LetterLanguage } from '@patravali/contract';
import type { LetterPage, Reading } from './letter-lines';

/** Share of the letters from which a letter is in one language; a Hindi one has English numbers and names. */
const NEARLY_ALL = 0.85;
/** So near to the bound it may be either. */
const DOUBTFUL = 0.07;
/** Fewer letters say nothing. */
const FEWEST = 40;

/** In which language it is written, by the letters of its scripts. */
export function languageOf(pages: readonly LetterPage[]): Reading<LetterLanguage> | null {
  const text = pages.map((page) => page.text).join('\n');
  const hindi = text.match(/[\u0904-\u0939]/gu)?.length ?? 0;
  const english = text.match(/[A-Za-z]/gu)?.length ?? 0;
  if (hindi + english < FEWEST) return null;
  const share = hindi / (hindi + english);
  const value = share >= NEARLY_ALL ? 'hi' : share <= 1 - NEARLY_ALL ? 'en' : 'bilingual';
  const bounds = [NEARLY_ALL, 1 - NEARLY_ALL];
  return { value, certain: bounds.every((bound) => Math.abs(share - bound) > DOUBTFUL), at: null };
}

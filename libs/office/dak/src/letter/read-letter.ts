import type { LetterLanguage } from '@patravali/contract';
import { dateOf } from './letter-date';
import { languageOf } from './letter-language';
import { limitOf } from './letter-limit';
import { linesOf, type LetterPage, type Reading } from './letter-lines';
import { numberOf } from './letter-number';
import { partsOf } from './letter-parts';
import { senderOf, vipOf } from './letter-sender';
import { subjectOf } from './letter-subject';

/** What the diary notes of a letter, as far as its text says it; null for what it does not say, or nobody can tell. */
export interface LetterRead {
  readonly subject: Reading | null;
  readonly senderName: Reading | null;
  readonly senderDesignation: Reading | null;
  readonly letterNumber: Reading | null;
  readonly letterDate: Reading | null;
  readonly language: Reading<LetterLanguage> | null;
  readonly urgency: Reading<'vip'> | null;
  readonly dueOn: Reading | null;
}

/**
 * Reads a letter of an Indian office, or of a citizen, in Hindi or English, as OCR has left it.
 * @param today in India, `YYYY-MM-DD`: no letter is dated later, and nothing is due before.
 */
export function readLetter(pages: readonly LetterPage[], today: string): LetterRead {
  const parts = partsOf(linesOf(pages));
  const sender = senderOf(parts);
  const letterDate = dateOf(parts, today);
  return {
    subject: subjectOf(parts),
    senderName: sender.name,
    senderDesignation: sender.designation,
    letterNumber: numberOf(parts),
    letterDate,
    language: languageOf(pages, parts),
    urgency: vipOf(parts, sender),
    dueOn: limitOf(parts, letterDate?.value ?? null, today),
  };
}

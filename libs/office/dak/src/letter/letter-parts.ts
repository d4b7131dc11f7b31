import { afterLabel, phrases, saidAt, wordsOf } from './alike';
import type { Line } from './letter-lines';
import { LETTER_WORDS as words } from './letter-words';

const SUBJECT = phrases(words.subject);
const SALUTATION = phrases(words.salutation);
const RECIPIENT = phrases(words.recipient);
const CLOSING = phrases(words.closing);
export const APPLICANT = phrases(words.applicant);
const COPY = phrases(words.copy);
const REFERENCE = phrases(words.reference);

/** Where the parts of a letter begin, as numbers of its lines; -1 for what it does not have. */
export interface LetterParts {
  readonly lines: readonly Line[];
  readonly subject: number;
  /** The column at which the words of the subject begin. */
  readonly subjectFrom: number;
  readonly salutation: number;
  readonly recipient: number;
  /** What stands above the letter's words. */
  readonly headEnd: number;
  /** The line that takes leave, what follows in it, and by whom. */
  readonly closing: { readonly line: number; readonly from: number; readonly by: 'office' | 'applicant' } | null;
  /** Where what is below the signature begins: copies. */
  readonly below: number;
}

/** A letter whose head does not end has no more of it than this. */
const LONGEST_HEAD = 14;
/** A line of so many words is one of the text. */
const MANY_WORDS = 11;

export function partsOf(lines: readonly Line[]): LetterParts {
  const find = (from: number, is: (text: string) => boolean) =>
    lines.findIndex(({ text }, index) => index >= from && is(text));
  const subject = find(0, (text) => afterLabel(text, 0, SUBJECT) !== null);
  const salutation = find(0, isSalutation);
  const recipient = find(0, (text) => begins(text, RECIPIENT) && wordsOf(text).length <= 8);
  const wordy = find(1, (text) => wordsOf(text).length >= MANY_WORDS);
  const headEnd = firstOf([subject, salutation], firstOf([wordy], Math.min(lines.length, LONGEST_HEAD)));
  const body = Math.max(subject, salutation, 0);
  const closing = closingOf(lines, body + 1);
  const copy = find((closing?.line ?? body) + 1, (text) => begins(text, COPY));
  const below = firstOf([copy], lines.length);
  const subjectFrom = afterLabel(lines[subject]?.text ?? '', 0, SUBJECT) ?? 0;
  return { lines, subject, subjectFrom, salutation, recipient, headEnd, closing, below };
}

function firstOf(places: readonly number[], otherwise: number): number {
  const found = places.filter((place) => place >= 0);
  return found.length > 0 ? Math.min(...found) : otherwise;
}

export const begins = (text: string, said: Parameters<typeof afterLabel>[2]): boolean =>
  afterLabel(text, 0, said) !== null;

export const isSalutation = (text: string): boolean => begins(text, SALUTATION) && wordsOf(text).length <= 6;
export const isReference = (text: string): boolean => begins(text, REFERENCE);
export const isRecipient = (text: string): boolean => begins(text, RECIPIENT) && wordsOf(text).length <= 8;

const MOST_WORDS_OF_CLOSING = 9;

/** The last line that takes leave; beside it may stand what OCR took for the same line. */
function closingOf(lines: readonly Line[], from: number): LetterParts['closing'] {
  for (let line = lines.length - 1; line >= from; line--) {
    const words = wordsOf(lines[line]?.text ?? '');
    if (words.length > MOST_WORDS_OF_CLOSING) continue;
    for (let at = 0; at < words.length; at++) {
      const office = saidAt(words, at, CLOSING);
      const said = office ?? saidAt(words, at, APPLICANT);
      if (!said) continue;
      const isLast = (words.at(-1)?.at ?? 0) < said.end;
      if (at > 0 && !isLast) continue;
      // "The applicant submits that …" begins a sentence.
      if (!office && !isLast && !/^\s*[:.\-–—,(\u0966]/u.test((lines[line]?.text ?? '').slice(said.end))) continue;
      return { line, from: said.end, by: office ? 'office' : 'applicant' };
    }
  }
  return null;
}

import type { LetterToDiarise, SameLetter } from '@patravali/contract';
import { pronunciationOf, wordsIn } from '@patravali/devanagari';
import { differsByOne } from '@patravali/search';

/** Two letters of one date: what somebody says of the one, and what the diary says of the other. */
type OfItsDay = Pick<LetterToDiarise, 'letterNumber' | 'senderName' | 'subject'>;
interface Diarised {
  readonly letterNumber: string | null;
  readonly senderName: string;
  readonly subject: string;
}

/** Fewer digits are those of many letters of a day. */
const TELLING_DIGITS = 5;
/** So many tell a letter, whoever is said to have sent it. */
const TELLING_ALONE = 8;
/** So much of the longer sender, or subject, must be in the other. */
const IN_COMMON = 0.6;
/** In shorter words another letter makes another word. */
const SHORTEST_MISREAD = 4;

/**
 * Whether two letters of one date are the same, though a machine may have read their words a little wrong: by the digits of their
 * numbers, or, where one has no number, by sender and subject.
 */
export function sameOfItsDay(letter: OfItsDay, other: Diarised): SameLetter['by'] | null {
  const isOfSender = letter.senderName !== undefined && sayAlike(letter.senderName, other.senderName);
  if (letter.letterNumber !== undefined && other.letterNumber !== null) {
    const digits = digitsOf(letter.letterNumber);
    const isSame = digits === digitsOf(other.letterNumber);
    return isSame && digits.length >= (isOfSender ? TELLING_DIGITS : TELLING_ALONE) ? 'number' : null;
  }
  const isAboutIt = letter.subject !== undefined && sayAlike(letter.subject, other.subject);
  return isOfSender && isAboutIt ? 'date' : null;
}

/** In western digits, and what beside a digit was taken for a letter: O for 0, l for 1. */
function digitsOf(number: string): string {
  return number
    .replaceAll(/[\u0966-\u096f]/gu, (digit) => String(digit.charCodeAt(0) - 0x0966))
    .replaceAll(/(?<=\d)[Oo]|[Oo](?=\d)/gu, '0')
    .replaceAll(/(?<=\d)[lI|]|[lI|](?=\d)/gu, '1')
    .replaceAll(/\D/gu, '');
}

/** Most words of the longer are heard in the other. */
function sayAlike(one: string, other: string): boolean {
  const [ones, others] = [heardIn(one), heardIn(other)];
  const same = ones.filter((word) => others.some((each) => isNearly(word, each)));
  return same.length > 0 && same.length >= IN_COMMON * Math.max(ones.length, others.length);
}

const heardIn = (text: string): string[] => wordsIn(text).map((word) => pronunciationOf(word).heard);

const isNearly = (one: string, other: string): boolean =>
  one === other || (Math.min(one.length, other.length) >= SHORTEST_MISREAD && differsByOne(one, other));

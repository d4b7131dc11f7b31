import { bare, placeOf, type Line, type Reading } from './letter-lines';
import { LETTER_WORDS as words } from './letter-words';
import { isRecipient, isReference, isSalutation, type LetterParts } from './letter-parts';

/** A subject goes over so many lines at most. */
const MOST_LINES = 5;
const LONGEST = 600;
/** With these words a subject ends, whatever stands behind them. */
const ENDS = new RegExp(String.raw`\s(?:${words.ends})\.?$`, 'iu');
/** A sentence in the letter's words begins so. */
const BODY = new RegExp(String.raw`^\s*(?:\(?\d{1,2}[.)]|[\u0967-\u096f][.)]|${words.body})(?=\s|$)`, 'iu');

/** What the letter is about: behind its label, over as many lines as it has. */
export function subjectOf({ lines, subject, subjectFrom }: LetterParts): Reading | null {
  const first = lines[subject];
  if (!first) return null;
  const from = subjectFrom;
  // The words may begin in the line below.
  const taken: Line[] = [];
  for (const line of lines.slice(subject, subject + MOST_LINES)) {
    const isFirst = line === first;
    if (!isFirst && (line.page !== first.page || isOther(line.text))) break;
    taken.push(line);
    const text = isFirst ? line.text.slice(from) : line.text;
    if (
      /[\u0964|.]["']?\s*$/u.test(text.trimEnd()) &&
      /\p{L}/u.test(text) &&
      !/(?:\s|^)\p{Lu}?\p{L}{0,2}\.$/u.test(text.trimEnd())
    )
      break;
    if (ENDS.test(bare(text))) break;
  }
  const last = taken.at(-1) ?? first;
  const words = taken.map((line) => (line === first ? line.text.slice(from) : line.text)).join(' ');
  const value = bare(words);
  if (value.length < 4 || value.length > LONGEST) return null;
  const ended = taken.length < MOST_LINES;
  return { value, certain: ended, at: placedWhole(taken, from, last) };
}

const isOther = (text: string): boolean =>
  isSalutation(text) || isReference(text) || isRecipient(text) || BODY.test(text);

function placedWhole(taken: readonly Line[], from: number, last: Line) {
  const [first] = taken;
  if (!first) return null;
  const column = from < first.text.length ? from : first.text.length;
  const place = placeOf(first, column, last, last.text.trimEnd().length);
  const words = taken.map((line) => (line === first ? line.text.slice(column) : line.text)).join(' ');
  return { ...place, words: words.replaceAll(/\s+/gu, ' ').trim() };
}

export interface Recall {
  readonly total: number;
  readonly lost: readonly string[];
}

/** More words than stand between two paragraphs: a signature, the foot of a page, the head of the next. */
const LONGEST_GAP_WORDS = 80;
const LONGEST_GAP_CHARACTERS = 600;

/**
 * Which words of a text come back in their order; what stands between them (page numbers, headings) does not matter. It
 * takes each word at the first place after the last one, so that it can count too few, never too many.
 */
export function recallWords(expected: string, read: string): Recall {
  const seen = split(read);
  let at = Math.max(0, seen.indexOf(split(expected)[0] ?? ''));
  return recall(expected, (word) => {
    const next = seen.slice(at, at + LONGEST_GAP_WORDS).indexOf(word);
    if (next >= 0) at += next + 1;
    return next >= 0;
  });
}

/** The same where spaces and hyphens are ignored, for a reader that sets spaces of its own. */
export function recallLetters(expected: string, read: string): Recall {
  const seen = joined(read);
  let at = Math.max(0, seen.indexOf(joined(expected).slice(0, 20)));
  return recall(expected, (word) => {
    const next = seen.slice(at, at + LONGEST_GAP_CHARACTERS).indexOf(joined(word));
    if (next >= 0) at += next + joined(word).length;
    return next >= 0;
  });
}

function recall(expected: string, comesBack: (word: string) => boolean): Recall {
  const wanted = split(expected);
  return { total: wanted.length, lost: wanted.filter((word) => !comesBack(word)) };
}

const split = (text: string): string[] => text.split(/\s+/).filter(Boolean);
const joined = (text: string): string => text.replace(/[\s-]+/g, '');

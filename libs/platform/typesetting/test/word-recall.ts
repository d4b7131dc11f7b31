export interface Recall {
  readonly total: number;
  readonly lost: readonly string[];
}

/** More words than stand between two paragraphs: a signature, the foot of a page, the head of the next. */
const LONGEST_GAP_WORDS = 80;
const LONGEST_GAP_CHARACTERS = 600;

/**
 * Which words of a text come back in their order; what stands between them (page numbers, headings) does not matter. It
 * takes each word at the first place after the last one, so that it can count too few, never too many. Over a gap it
 * goes only where the word after it follows too: one lost word would else be found much later, and all between with it.
 */
export function recallWords(expected: string, read: string): Recall {
  const seen = split(read);
  const [first, second] = split(expected);
  let at = Math.max(
    0,
    seen.findIndex((word, place) => word === first && seen[place + 1] === second),
  );
  return recall(expected, (word, next) => {
    const near = seen.slice(at, at + LONGEST_GAP_WORDS);
    const found = near.findIndex(
      (one, gap) => one === word && (gap === 0 || [undefined, near[gap + 1]].includes(next)),
    );
    if (found >= 0) at += found + 1;
    return found >= 0;
  });
}

/** The same where spaces and hyphens are ignored, for a reader that sets spaces of its own. */
export function recallLetters(expected: string, read: string): Recall {
  const seen = joined(read);
  let at = Math.max(0, seen.indexOf(joined(expected).slice(0, 20)));
  return recall(expected, (word, next = '') => {
    const near = seen.slice(at, at + LONGEST_GAP_CHARACTERS);
    const found = near.startsWith(joined(word)) ? 0 : near.indexOf(joined(word + next));
    if (found >= 0) at += found + joined(word).length;
    return found >= 0;
  });
}

/** The cells of a table on one page that come back as one word with the cell before them, or not where they stand. */
export function cellsNotApart(cells: readonly string[], read: string): string[] {
  const start = joined(read).indexOf(joined(cells.join('')));
  if (start < 0) return [...cells];
  const spacesAfter = new Set([0]);
  let letters = 0;
  for (const part of read.split(/\s+/)) spacesAfter.add((letters += joined(part).length));
  let at = start;
  return cells.filter((cell) => {
    const isApart = spacesAfter.has(at);
    at += joined(cell).length;
    return !isApart;
  });
}

function recall(expected: string, comesBack: (word: string, next: string | undefined) => boolean): Recall {
  const wanted = split(expected);
  return { total: wanted.length, lost: wanted.filter((word, index) => !comesBack(word, wanted[index + 1])) };
}

const split = (text: string): string[] => text.split(/\s+/).filter(Boolean);
const joined = (text: string): string => text.replace(/[\s-]+/g, '');

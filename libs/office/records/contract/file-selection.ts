/** Numbers in a row, both ends included. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** A part of a file: some pages of its correspondence, some of its notes. Each list is in order, without overlaps. */
export interface FileSelection {
  readonly pages: readonly Stretch[];
  readonly notes: readonly Stretch[];
}

type Kind = keyof FileSelection;

const LETTERS: Readonly<Record<Kind, string>> = { pages: 'C', notes: 'N' };
/** What people write before a number; the sign of an abbreviation is ॰, a dot, or the digit ० that looks like it. */
const PAGE_WORDS = 'c|सी|pp?\\.?|pages?|letters?|correspondence|पत्राचार|पृष्ठ|पत्र|पृ[०॰.]|पृ|प[०॰.]';
const NOTE_WORDS = 'n|एन|notes?|टिप्पणियाँ|टिप्पणियां|टिप्पणी|नोट|टि[०॰.]|टि';
const WORD = new RegExp(`^(?:(?<pages>${PAGE_WORDS})|(?<notes>${NOTE_WORDS}))(?![\\p{L}\\p{M}])[\\s/:.]*`, 'iu');
const NUMBER = /^[0-9]{1,6}(?![0-9])\s*/;
const RANGE = /^(?:[-–—−]|(?:to|till|से)(?![\p{L}\p{M}]))\s*/iu;
const BETWEEN = /^(?:[,;&+।\s]|(?:and|तक|और|एवं|तथा|व)(?![\p{L}\p{M}]))+/iu;
const DEVANAGARI_ZERO = 0x966;
/** Digits that follow no letter: the ० of टि० is none. */
const HINDI_DIGITS = /(?<![\p{L}\p{M}])[०-९]+/gu;

/**
 * Reads a selection as people type it: `C/3-7, N/4-9`, `C/3 to C/7 and notes 4 to 9`, `टि० ४ से ९`, `पृष्ठ 36`. A number
 * without a word is of the kind of the one before it. Null for whatever cannot be understood.
 */
export function readSelection(typed: string): FileSelection | null {
  const found: Record<Kind, Stretch[]> = { pages: [], notes: [] };
  const text = new Reader(typed.normalize('NFC').replace(HINDI_DIGITS, asAsciiDigits));
  let kind: Kind | null = null;
  for (text.skip(BETWEEN); !text.atEnd; text.skip(BETWEEN)) {
    kind = text.kind() ?? kind;
    const first = text.number();
    if (kind === null || first === null) return null;
    let last: number | null = first;
    if (text.skip(RANGE)) {
      if ((text.kind() ?? kind) !== kind) return null;
      last = text.number();
    }
    if (last === null || first < 1 || last < first) return null;
    found[kind].push({ first, last });
  }
  const selection = { pages: joined(found.pages), notes: joined(found.notes) };
  return selection.pages.length + selection.notes.length === 0 ? null : selection;
}

/** The one way in which a selection is written: `C/3–7, N/4–9`. */
export function writeSelection(selection: FileSelection): string {
  const kinds: readonly Kind[] = ['pages', 'notes'];
  return kinds
    .flatMap((kind) => selection[kind].map((stretch) => `${LETTERS[kind]}/${writeStretch(stretch)}`))
    .join(', ');
}

const writeStretch = ({ first, last }: Stretch): string => (first === last ? String(first) : `${first}–${last}`);

/** In order; what overlaps or follows on becomes one stretch. */
export function joined(stretches: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = [];
  for (const next of [...stretches].sort((one, other) => one.first - other.first)) {
    const before = all.at(-1);
    if (before && next.first <= before.last + 1)
      all[all.length - 1] = { ...before, last: Math.max(before.last, next.last) };
    else all.push(next);
  }
  return all;
}

/** What of the stretches lies in none of the others; both in order. */
export function without(stretches: readonly Stretch[], others: readonly Stretch[]): Stretch[] {
  return others.reduce<readonly Stretch[]>(
    (left, other) =>
      left.flatMap(({ first, last }) =>
        [
          { first, last: Math.min(last, other.first - 1) },
          { first: Math.max(first, other.last + 1), last },
        ].filter((each) => each.first <= each.last),
      ),
    stretches,
  ) as Stretch[];
}

export const includes = (stretches: readonly Stretch[], number: number): boolean =>
  stretches.some(({ first, last }) => first <= number && number <= last);

export const sizeOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { first, last }) => sum + last - first + 1, 0);

function asAsciiDigits(digits: string): string {
  return digits.replace(/[०-९]/gu, (digit) => String((digit.codePointAt(0) ?? 0) - DEVANAGARI_ZERO));
}

/** Goes through what was typed from its beginning. */
class Reader {
  constructor(private rest: string) {}

  get atEnd(): boolean {
    return this.rest === '';
  }

  kind(): Kind | null {
    const groups = this.take(WORD)?.groups;
    if (!groups) return null;
    return groups.pages === undefined ? 'notes' : 'pages';
  }

  number(): number | null {
    const digits = this.take(NUMBER)?.[0];
    return digits === undefined ? null : Number(digits);
  }

  skip(pattern: RegExp): boolean {
    return this.take(pattern) !== null;
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    const found = pattern.exec(this.rest);
    if (found) this.rest = this.rest.slice(found[0].length);
    return found;
  }
}

import { correspondencePages } from '@messages/correspondence-pages';
import { type CorrespondenceView, isAttached, type Named } from '@patravali/contract';

/** Which letters the contents show. */
export const LETTER_KINDS = ['all', 'received', 'issued', 'flagged', 'detached'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

type Letter = Named<CorrespondenceView>;

/** The kinds of which a file has letters, so that there is something to choose. */
export const kindsOn = (letters: readonly Letter[]): LetterKind[] =>
  LETTER_KINDS.filter((kind) => letters.some((letter) => isOfKind(letter, kind)));

/**
 * The letters of this kind in which each of the typed words stands: in who wrote or is written to, in the subject, in their
 * number, their diary number, their flag or their pages.
 * @param flagOf what a flag is called where it is shown.
 */
export function lettersShown(
  letters: readonly Letter[],
  { kind, typed }: { kind: LetterKind; typed: string },
  flagOf: (flag: NonNullable<Letter['flag']>) => string,
): Letter[] {
  const words = folded(typed).split(/\s+/u);
  return letters.filter((letter) => {
    const { party, subject, letterNumber, diaryNumber, diaryNumberHi, flag, detached } = letter;
    const said = [party, subject, letterNumber, diaryNumber, diaryNumberHi, flag && flagOf(flag), detached?.reason];
    const text = folded([correspondencePages(letter), ...said].filter(Boolean).join('\n'));
    return isOfKind(letter, kind) && words.every((word) => text.includes(word));
  });
}

/** How many letters are shown, of how many. What was detached keeps its line, and counts where such letters alone are asked for. */
export function countShown(letters: readonly Letter[], shown: readonly Letter[], kind: LetterKind) {
  const counted = (some: readonly Letter[]) => some.filter((letter) => isAttached(letter) !== (kind === 'detached'));
  return { shown: counted(shown).length, all: counted(letters).length };
}

/** What lies on the file, and how many letters were detached: those keep their serials and pages. */
export function lyingOnFile(letters: readonly Letter[]) {
  const attached = letters.filter(isAttached);
  const pages = attached.reduce((sum, { firstPage, lastPage }) => sum + lastPage - firstPage + 1, 0);
  return { letters: attached.length, pages, detached: letters.length - attached.length };
}

function isOfKind({ kind, flag, detached }: Letter, shown: LetterKind): boolean {
  if (shown === 'all') return true;
  if (shown === 'detached') return detached !== null;
  if (shown === 'flagged') return flag !== null;
  return kind === shown && detached === null;
}

const folded = (text: string): string => text.normalize('NFC').toLowerCase().trim();

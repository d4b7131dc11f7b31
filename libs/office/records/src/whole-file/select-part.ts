import {
  type CorrespondenceView,
  type FileSelection,
  includes,
  joined,
  without,
  writeSelection,
} from '@patravali/contract';
import { Refusal } from '@patravali/errors';

type Letter = Pick<CorrespondenceView, 'firstPage' | 'lastPage'>;

/** @throws Refusal `selection-not-on-file` that says what of it is not there, and what is. */
export function refuseOutside(selection: FileSelection, present: FileSelection): void {
  const missing: FileSelection = {
    pages: without(selection.pages, present.pages),
    notes: without(selection.notes, present.notes),
  };
  if (missing.pages.length + missing.notes.length === 0) return;
  throw new Refusal('selection-not-on-file', {
    missing: writeSelection(missing),
    present: writeSelection(present) || '—',
  });
}

/** What there is of a file. @param notes the numbers of its frozen notes. */
export const presentIn = (letters: readonly Letter[], notes: readonly number[]): FileSelection => ({
  pages: joined(letters.map(({ firstPage, lastPage }) => ({ first: firstPage, last: lastPage }))),
  notes: joined(notes.map((note) => ({ first: note, last: note }))),
});

/** The numbers of the pages of a letter that are selected. */
export const pagesOf = ({ firstPage, lastPage }: Letter, { pages }: FileSelection): number[] =>
  Array.from({ length: lastPage - firstPage + 1 }, (_, index) => firstPage + index).filter((page) =>
    includes(pages, page),
  );

import {
  type CorrespondenceView,
  type DraftRow,
  type Named,
  type NoteNumbers,
  type NoteView,
  numberedParagraphs,
  type ParagraphBlock,
  type PlaceOnFile,
  type ExplanationLine,
  isEmptyText,
  ReturnLine,
} from '@patravali/contract';
import { createContext, useContext } from 'react';

/** The place that a reference turned the note sheet to. A new object turns it again. */
export interface NotePlace {
  note: number;
  paragraph?: number | undefined;
  /** Marked in the note: by these it was found. */
  words?: readonly string[] | undefined;
}

/** The file that is open on the desk: what its references may point at, and how to turn a sheet to a place. */
export interface SheetTurning {
  fileId: string;
  /** How many notes the sheet has. */
  noteCount: number;
  /** As far as the sheet has been fetched. */
  notes: readonly Named<NoteView>[];
  correspondence: readonly Named<CorrespondenceView>[];
  drafts: readonly Named<DraftRow>[];
  turnTo: (to: PlaceOnFile) => void;
}

export const SheetTurningContext = createContext<SheetTurning>({
  fileId: '',
  noteCount: 0,
  notes: [],
  correspondence: [],
  drafts: [],
  turnTo: () => undefined,
});

export const useSheetTurning = () => useContext(SheetTurningContext);

export function letterAt(
  correspondence: readonly Named<CorrespondenceView>[],
  page: number,
): Named<CorrespondenceView> | undefined {
  return correspondence.find((letter) => letter.firstPage <= page && page <= letter.lastPage);
}

/** The returns that stand below the note: of a note that is itself a return, not that one. */
export function returnsBelow({ signatureAlone, returns }: Named<NoteView>): readonly Named<ReturnLine>[] {
  return signatureAlone === 'return' ? returns.slice(1) : returns;
}

/** A line of the sheet between two notes: a return, why the file was kept, or the docket of a letter. */
export type LineBetween =
  | { kind: 'return'; after: number; line: Named<ReturnLine> }
  | { kind: 'explanation'; after: number; line: Named<ExplanationLine> }
  | { kind: 'docket'; after: number; letter: Named<CorrespondenceView> };

/** What stands below a note in the order in which the file moved; a letter that came after a return stands below it. */
export function linesBelow(
  note: Named<NoteView> | null,
  correspondence: readonly Named<CorrespondenceView>[],
): LineBetween[] {
  const returns = note === null ? [] : returnsBelow(note);
  const lines: LineBetween[] = returns.map((line) => ({ kind: 'return', after: line.sequence, line }));
  for (const line of note?.explanations ?? []) lines.push({ kind: 'explanation', after: line.sequence, line });
  for (const letter of correspondence)
    if (letter.afterNote === (note?.number ?? 0)) lines.push({ kind: 'docket', after: letter.afterMovement, letter });
  return lines.toSorted((one, other) => one.after - other.after);
}

/**
 * The number of the note with which this post agrees by sending without words, if it does: that is the last one of the sheet, but for an
 * opinion, and for what was taken back without a word. Of a sheet whose end has not come it is taken to be so.
 */
export function noteAgreedWith({ notes, noteCount }: SheetTurning, postId: string): number | null {
  if (notes.length === 0) return noteCount === 0 ? null : noteCount;
  const last = notes.findLast(
    ({ kind, takenBack, text }) => kind !== 'opinion' && (takenBack === null || !isEmptyText(text)),
  );
  const returned = last?.returns.some(({ takenBackAt }) => takenBackAt === null);
  return last && last.author.post.id !== postId && last.takenBack === null && !returned ? last.number : null;
}

/** The paragraph of a note that has this number in the series of the sheet. */
export function paragraphOf({ text, firstParagraph }: Named<NoteView>, number: number): ParagraphBlock | undefined {
  return numberedParagraphs(text)[number - (firstParagraph ?? 1)];
}

/** The number that the next paragraph of the sheet will have. */
export function nextParagraph(numbers: readonly NoteNumbers[]): number {
  const last = numbers.findLast(({ firstParagraph }) => firstParagraph !== null);
  return last ? (last.firstParagraph ?? 1) + last.paragraphs : 1;
}

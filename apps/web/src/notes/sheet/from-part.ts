import type { Named, NoteView, ReferenceTarget } from '@patravali/contract';
import { createContext } from 'react';

/** From which part a note came, and how much greater its numbers are on the sheet of the main file. */
export interface PartShown {
  fileId: string;
  notes: number;
  /** Unknown from a note without numbered paragraphs. */
  paragraphs: number | null;
}

/** Set around the text of a note that came from a part: what it refers to lay there. */
export const FromPart = createContext<PartShown | null>(null);

export function partOf({ number, firstParagraph, ofPart }: Named<NoteView>): PartShown | null {
  if (!ofPart) return null;
  const paragraphs =
    firstParagraph === null || ofPart.firstParagraph === null ? null : firstParagraph - ofPart.firstParagraph;
  return { fileId: ofPart.fileId, notes: number - ofPart.number, paragraphs };
}

/** Its notes all came along; its letters and drafts lie on the part. */
export function placeFromPart(to: ReferenceTarget, { fileId, notes, paragraphs }: PartShown): ReferenceTarget {
  if (to.kind === 'correspondence' || to.kind === 'draft') return { kind: 'file', fileId };
  if (to.kind !== 'note') return to;
  const { paragraph, ...place } = to;
  const moved = paragraph === undefined || paragraphs === null ? {} : { paragraph: paragraph + paragraphs };
  return { ...place, note: to.note + notes, ...moved };
}

import { type NoteNumbers, type ReferenceTarget, roman } from '@patravali/contract';

export interface Reference {
  to: ReferenceTarget;
  label: string;
}

/** A draft of the file as a reference may name it. */
export interface ReferableDraft {
  id: string;
  ordinal: number;
}

/** What a reference may point at on this file. */
export interface Referable {
  pages: number;
  notes: readonly Omit<NoteNumbers, 'kind'>[];
  drafts: readonly ReferableDraft[];
}

const WRITTEN =
  /(?<![\p{L}\p{N}\p{M}/])(?:([CcNn])\/(\d{1,5})(?:(?:¶|\/)(\d{1,4}))?|DFA(?: ([IVXL]+))?)(?![\p{L}\p{N}\p{M}/¶])/gu;

export interface WrittenReference extends Reference {
  /** Its position in the text, in UTF-16 units. */
  from: number;
  until: number;
}

/** The references that a text spells out (`C/1`, `N/1¶2`, `N/1/2`, `DFA`, `DFA II`), where the file has such a place. */
export function findWrittenReferences(text: string, referable: Referable): WrittenReference[] {
  const found: WrittenReference[] = [];
  for (const match of text.matchAll(WRITTEN)) {
    const reference = read(match, referable);
    if (reference) found.push({ ...reference, from: match.index, until: match.index + match[0].length });
  }
  return found;
}

/** The numbers of the notes that a text spells out, whether the file has them or not. */
export function notesWritten(text: string): number[] {
  return [...text.matchAll(WRITTEN)].flatMap(([, sheet, number]) =>
    sheet?.toUpperCase() === 'N' ? [Number(number)] : [],
  );
}

/** The references that a text spells out although the file has no such place: sending will be refused, or nothing linked. */
export function findDeadReferences(text: string, referable: Referable): string[] {
  return [...text.matchAll(WRITTEN)].filter((match) => read(match, referable) === null).map(([written]) => written);
}

export function draftLabel(draft: ReferableDraft, alone: boolean): string {
  return alone ? 'DFA' : `DFA ${roman(draft.ordinal).toUpperCase()}`;
}

export function pageReference(page: number): Reference {
  return { to: { kind: 'correspondence', page }, label: `C/${page}` };
}

/** `paragraph` is the number in the series that runs through the whole sheet. */
export function noteReference(note: number, paragraph?: number): Reference {
  if (paragraph === undefined) return { to: { kind: 'note', note }, label: `N/${note}` };
  return { to: { kind: 'note', note, paragraph }, label: `N/${note}¶${paragraph}` };
}

export function draftReference(draft: ReferableDraft, alone: boolean): Reference {
  return { to: { kind: 'draft', draftId: draft.id }, label: draftLabel(draft, alone) };
}

function read(match: RegExpMatchArray, referable: Referable): Reference | null {
  const [, sheet, number, paragraph, ordinal] = match;
  if (sheet === undefined) return draftNamed(ordinal, referable.drafts);
  const place = Number(number);
  if (sheet.toUpperCase() === 'C')
    return paragraph === undefined && place >= 1 && place <= referable.pages ? pageReference(place) : null;
  const note = referable.notes.find((one) => one.number === place);
  if (!note) return null;
  if (paragraph === undefined) return noteReference(place);
  const running = runningNumber(note, Number(paragraph));
  return running === null ? null : noteReference(place, running);
}

/** A paragraph's number in the series of the sheet. One that lies before the note counts within it, as people write. */
function runningNumber({ firstParagraph, paragraphs }: Omit<NoteNumbers, 'kind'>, written: number): number | null {
  if (firstParagraph === null || written < 1) return null;
  const running = written >= firstParagraph ? written : firstParagraph + written - 1;
  return running < firstParagraph + paragraphs ? running : null;
}

function draftNamed(ordinal: string | undefined, drafts: readonly ReferableDraft[]): Reference | null {
  const draft = ordinal ? drafts.find((one) => roman(one.ordinal).toUpperCase() === ordinal) : drafts.at(-1);
  return draft ? draftReference(draft, ordinal === undefined) : null;
}

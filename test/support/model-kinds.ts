import type { NoteContent } from '@patravali/contract';
import type { Kind, Written } from './model-steps';

/** The kind of a note as the contract has it. */
export function kindOf({ under, isSummary }: Kind): Pick<NoteContent, 'kind' | 'mainNote'> {
  if (under) return { kind: 'sectional', mainNote: under };
  return isSummary ? { kind: 'running_summary' } : {};
}

/** The same as one word. */
export function kindName(note: Kind): string {
  const { kind = 'ordinary', mainNote = '' } = kindOf(note);
  return `${kind} ${mainNote}`;
}

/** Only an ordinary note may do without words. */
export const isWordlessKind = (note: Written): boolean => note.paragraphs === 0 && kindOf(note).kind !== undefined;

/** Whether a section may stand under the note that it names: one of the sheet, and no section itself. */
export function standsUnderMainNote({ under }: Kind, sheet: readonly Kind[]): boolean {
  if (!under) return true;
  const main = sheet[under - 1];
  return main !== undefined && !main.under;
}

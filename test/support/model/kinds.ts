import type { NoteContent } from '@patravali/contract';
import type { Kind, Written } from './steps';

/** The kind of a note as the contract has it. */
export function kindOf(
  { under, isSummary, withPost }: Kind,
  postIdOf: (marking: string) => string,
): Pick<NoteContent, 'kind' | 'mainNote' | 'discussedWith'> {
  if (under) return { kind: 'sectional', mainNote: under };
  if (withPost) return { kind: 'discussion', discussedWith: [postIdOf(withPost)] };
  return isSummary ? { kind: 'running_summary' } : {};
}

/** The same as one word. */
export function kindName(note: Kind & { readonly isOpinion?: true }): string {
  if (note.isOpinion) return 'opinion ';
  const { kind = 'ordinary', mainNote = '', discussedWith = [] } = kindOf(note, (marking) => marking);
  return `${kind} ${mainNote}${discussedWith.join()}`;
}

/** Only one of the kinds: a section is nothing else, nor is a discussion. */
export function oneKind({ under = null, isSummary = false, withPost = null }: Kind): Kind {
  if (under) return { under, isSummary: false, withPost: null };
  return { under: null, isSummary: isSummary && !withPost, withPost };
}

/** Only an ordinary note may do without words. */
export const isWordlessKind = (note: Written): boolean =>
  note.paragraphs === 0 && !kindName(note).startsWith('ordinary');

/** Whether a section may stand under the note that it names: one of the sheet, and no section itself. */
export function standsUnderMainNote({ under }: Kind, sheet: readonly Kind[]): boolean {
  if (!under) return true;
  const main = sheet[under - 1];
  return main !== undefined && !main.under;
}

/** Why a note of this kind does not go on the sheet as the note of that post. */
export function unfitKind(note: Kind, author: string | null, sheet: readonly Kind[]): string | null {
  if (!standsUnderMainNote(note, sheet)) return 'main-note-unknown';
  const { withPost } = oneKind(note);
  return withPost && withPost === author ? 'discussed-with-oneself' : null;
}

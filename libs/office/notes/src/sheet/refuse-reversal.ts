import { isEmptyText, markingInBoth, type NoteContent } from '@patravali/contract';
import { Refusal } from '@patravali/errors';
import type { NoteSheet } from './note-sheet';
import { wordless, WITHIN } from '../note/refuse-untrue-note';

/**
 * What a level has decided is reversed by that level or a higher one, with words. A recommendation decides nothing yet.
 * @param within where the request has the note, as a JSON pointer.
 * @throws Refusal `decided-above`, `reversal-needs-words`.
 */
export function refuseReversal(
  { decided, ownLevel }: Pick<NoteSheet, 'decided' | 'ownLevel'>,
  { decision, text }: Pick<NoteContent, 'decision' | 'text'>,
  within = WITHIN,
): void {
  if (!decision || !decided || decided.recommendedTo || decided.decision === decision) return;
  const { note, post } = decided;
  if (ownLevel > post.level) {
    const errors = [{ pointer: `${within}/decision`, detail: 'decided-above' }];
    throw new Refusal('decided-above', { note, post: markingInBoth(post) }, { errors });
  }
  if (isEmptyText(text)) throw wordless('reversal-needs-words', within);
}

import { type Actor, authorizeAction } from '@patravali/authorization';
import { isEmptyText, type NoteContent, prepares } from '@patravali/contract';
import type { FileCustody } from '@patravali/custody';
import { Refusal } from '@patravali/errors';
import type { SheetFacts } from './sheet-facts';

/** A request that brings a note along has it here. */
export const WITHIN = '#/note';

/**
 * Only an officer decides, wherever the decision came from.
 * @param within where the request has the note, as a JSON pointer.
 * @throws Refusal `decision-needs-officer`, `not-for-assistants`.
 */
export function refuseDecisionOfOthers(
  actor: Actor,
  custody: FileCustody,
  { decision }: Pick<NoteContent, 'decision'>,
  within = '#',
): void {
  if (!decision || actor.ability.can('decide', custody)) return;
  if (prepares(actor.capacity)) authorizeAction(actor, 'decide', custody);
  const { marking: post } = actor.post;
  throw new Refusal('decision-needs-officer', { post }, refused(`${within}/decision`, 'decision-needs-officer'));
}

/**
 * What a note must say before it becomes official: whoever does not approve says why, and the first note of a
 * sheet says something.
 * @throws Refusal `decision-needs-officer`, `not-approved-needs-words`, `first-note-needs-words`.
 */
export function refuseUntrueNote(facts: Pick<SheetFacts, 'hasWords'>, actor: Actor, note: NoteOnFile): void {
  const { custody, within = WITHIN } = note;
  refuseDecisionOfOthers(actor, custody, note, within);
  if (!isEmptyText(note.text)) return;
  if (note.decision === 'not_approved') throw wordless('not-approved-needs-words', within);
  if (!facts.hasWords(custody)) throw wordless('first-note-needs-words', within);
}

interface NoteOnFile extends NoteContent {
  readonly custody: FileCustody;
  /** Where the request has the note, as a JSON pointer. */
  readonly within?: string;
}

type Wordless =
  | 'first-note-needs-words'
  | 'not-approved-needs-words'
  | 'returned-file-needs-words'
  | 'reversal-needs-words'
  | 'taken-back-needs-words';

/** A refusal that is answered by writing. */
export function wordless(code: Wordless, within = WITHIN): Refusal {
  return new Refusal(code, {}, refused(`${within}/text`, code));
}

const refused = (pointer: string, detail: string) => ({ errors: [{ pointer, detail }] });

import type { DraftView, Named } from '@patravali/contract';

/** What a person does next with a letter. `send`: the file takes it to whoever goes on with it. */
export type NextStep = 'approve' | 'issue' | 'dispatch' | 'send';

type Facts = Pick<Named<DraftView>, 'allowedMoves' | 'issueId' | 'signing'>;

/** The one step that comes next for this person; null where the letter waits for others, or has ended. */
export function nextStepOf({ allowedMoves, issueId, signing }: Facts): NextStep | null {
  if (issueId !== null) return 'dispatch';
  // Its number is drawn, and officers sign it in turn.
  if (signing.issueId !== null) return null;
  if (allowedMoves.includes('issue')) return 'issue';
  if (allowedMoves.includes('approve')) return 'approve';
  return allowedMoves.includes('change') ? 'send' : null;
}

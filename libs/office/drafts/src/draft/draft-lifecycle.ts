import { DRAFT_MOVES, type DraftMove, type DraftState } from '@patravali/contract';
import { Refusal } from '@patravali/errors';

/** Where each move leads from each state; a state that is missing does not allow the move. */
const MOVES: Record<DraftMove, Partial<Record<DraftState, DraftState>>> = {
  change: { draft: 'draft', approved: 'draft' },
  // An officer's approval may be followed by another's, up to the signatory's own.
  approve: { draft: 'approved', approved: 'approved' },
  cancel: { draft: 'cancelled', approved: 'cancelled', numbered: 'cancelled' },
  // Two steps: the number is drawn, then the letter is made. In between its text can no longer change.
  issue: { approved: 'numbered', numbered: 'issued' },
};

export function possibleDraftMoves(state: DraftState): DraftMove[] {
  return DRAFT_MOVES.filter((move) => MOVES[move][state] !== undefined);
}

/** The letter has no number yet, and may still become another. */
export const isInTheMaking = (state: DraftState): boolean => state === 'draft' || state === 'approved';

/** The state that the move leads to, or a refusal that names the moves that are possible. */
export function draftStateAfter(move: DraftMove, state: DraftState): DraftState {
  const next = MOVES[move][state];
  if (!next) throw new Refusal('illegal-draft-move', { move, state, moves: possibleDraftMoves(state) });
  return next;
}

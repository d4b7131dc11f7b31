import type { DraftState } from '@patravali/contract';
import { Refusal } from '@patravali/errors';

/** The letter of this number is still being made. @throws Refusal `illegal-draft-move` once it is issued or cancelled. */
export function refuseSettled(state: DraftState): void {
  if (state !== 'numbered') throw new Refusal('illegal-draft-move', { move: 'issue', state, moves: [] });
}

import { FILE_LIFE, FILE_MOVES, type FileMove, type FileMoveRow, type FileState } from '@patravali/contract';
import { Refusal } from '@patravali/errors';
import type { FileCustody } from './file-custody.entity';

/** What a move does, whichever it is. */
export const lifeOf = (move: FileMove): FileMoveRow => FILE_LIFE[move];

type Stage = Pick<FileCustody, 'state' | 'forCorrection'>;

export function possibleMoves({ state, forCorrection }: Stage): FileMove[] {
  return FILE_MOVES.filter((move) => lifeOf(move).from.includes(state))
    .filter((move) => !forCorrection || !lifeOf(move).waitsForCorrection)
    .filter((move) => move !== 'return_correction' || forCorrection);
}

/**
 * The state that the move leads to.
 * @throws Refusal `file-parked`, `file-in-call-book` and `file-attached`, which name the way back to the desk; `illegal-file-move`, which names
 * the moves that are possible; `note-up-for-correction`, `correction-under-way` for a superior, who cannot end it; `no-correction`.
 */
export function stateAfter(move: FileMove, stage: Stage & Partial<SetAside>): FileState {
  const { state, forCorrection } = stage;
  const { from, to = state, waitsForCorrection } = lifeOf(move);
  if (!from.includes(state)) throw impossible(move, stage);
  if (forCorrection && move === 'pull_up') throw new Refusal('correction-under-way');
  if (forCorrection && waitsForCorrection) throw new Refusal('note-up-for-correction', { move });
  if (!forCorrection && move === 'return_correction') throw new Refusal('no-correction');
  return to;
}

type SetAside = Pick<FileCustody, 'parkedUntil' | 'parkedFor' | 'reviewOn'>;

function impossible(move: FileMove, { state, forCorrection, ...aside }: Stage & Partial<SetAside>): Refusal {
  const afterwards = lifeOf(move).from.includes('on_desk');
  const { parkedUntil: until = null, parkedFor: event = null, reviewOn = null } = aside;
  if (afterwards && state === 'parked') return new Refusal('file-parked', { move, until, event });
  if (afterwards && state === 'attached') return new Refusal('file-attached', { move });
  if (afterwards && state === 'in_call_book') return new Refusal('file-in-call-book', { move, reviewOn });
  return new Refusal('illegal-file-move', { move, state, moves: possibleMoves({ state, forCorrection }) });
}

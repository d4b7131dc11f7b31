import { FILE_MOVES, type FileMove, type FileState } from '@patravali/contract';
import { Refusal } from '@patravali/errors';

/** What may be done with a file in each state. Nothing else in the system decides this. */
const MOVES: Record<FileMove, { from: FileState; to: FileState }> = {
  open: { from: 'on_desk', to: 'on_desk' },
  note: { from: 'on_desk', to: 'on_desk' },
  confirm_note: { from: 'on_desk', to: 'on_desk' },
  decide: { from: 'on_desk', to: 'on_desk' },
  forward: { from: 'on_desk', to: 'on_desk' },
  return: { from: 'on_desk', to: 'on_desk' },
  pull_back: { from: 'on_desk', to: 'on_desk' },
  put_up_draft: { from: 'on_desk', to: 'on_desk' },
  add_receipt: { from: 'on_desk', to: 'on_desk' },
  correct_cover: { from: 'on_desk', to: 'on_desk' },
  regrade: { from: 'on_desk', to: 'on_desk' },
  close: { from: 'on_desk', to: 'closed' },
  reopen: { from: 'closed', to: 'on_desk' },
};

export function possibleMoves(state: FileState): FileMove[] {
  return FILE_MOVES.filter((move) => MOVES[move].from === state);
}

/** The state that the move leads to, or a refusal that names the moves that are possible. */
export function stateAfter(move: FileMove, state: FileState): FileState {
  const { from, to } = MOVES[move];
  if (from !== state) throw new Refusal('illegal-file-move', { move, state, moves: possibleMoves(state) });
  return to;
}

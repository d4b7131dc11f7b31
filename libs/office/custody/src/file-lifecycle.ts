import { FILE_MOVES, type FileMove, type FileState } from '@patravali/contract';
import { Refusal } from '@patravali/errors';
import type { FileCustody } from './file-custody.entity';

/** What may be done with a file in each state. Nothing else in the system decides this. */
const MOVES: Record<FileMove, { from: FileState; to: FileState }> = {
  open: { from: 'on_desk', to: 'on_desk' },
  note: { from: 'on_desk', to: 'on_desk' },
  confirm_note: { from: 'on_desk', to: 'on_desk' },
  decide: { from: 'on_desk', to: 'on_desk' },
  forward: { from: 'on_desk', to: 'on_desk' },
  return: { from: 'on_desk', to: 'on_desk' },
  pull_back: { from: 'on_desk', to: 'on_desk' },
  ask_recall: { from: 'on_desk', to: 'on_desk' },
  agree_recall: { from: 'on_desk', to: 'on_desk' },
  refuse_recall: { from: 'on_desk', to: 'on_desk' },
  withdraw_recall: { from: 'on_desk', to: 'on_desk' },
  pull_up: { from: 'on_desk', to: 'on_desk' },
  put_up_for_correction: { from: 'on_desk', to: 'on_desk' },
  return_correction: { from: 'on_desk', to: 'on_desk' },
  put_up_draft: { from: 'on_desk', to: 'on_desk' },
  add_receipt: { from: 'on_desk', to: 'on_desk' },
  correct_cover: { from: 'on_desk', to: 'on_desk' },
  regrade: { from: 'on_desk', to: 'on_desk' },
  close: { from: 'on_desk', to: 'closed' },
  reopen: { from: 'closed', to: 'on_desk' },
};

/** What takes the file from its desk; while a note is up for correction there, these moves wait. */
const WAIT_FOR_CORRECTION: readonly FileMove[] = [
  ...(['forward', 'return', 'put_up_for_correction', 'close', 'agree_recall'] as const),
  'pull_up',
];

type Stage = Pick<FileCustody, 'state' | 'forCorrection'>;

export function possibleMoves({ state, forCorrection }: Stage): FileMove[] {
  return FILE_MOVES.filter((move) => MOVES[move].from === state)
    .filter((move) => !forCorrection || !WAIT_FOR_CORRECTION.includes(move))
    .filter((move) => move !== 'return_correction' || forCorrection);
}

/**
 * The state that the move leads to.
 * @throws Refusal `illegal-file-move`, which names the moves that are possible; `note-up-for-correction`,
 *   `correction-under-way` for a superior, who cannot end it; `no-correction`.
 */
export function stateAfter(move: FileMove, stage: Stage): FileState {
  const { state, forCorrection } = stage;
  const { from, to } = MOVES[move];
  if (from !== state) throw new Refusal('illegal-file-move', { move, state, moves: possibleMoves(stage) });
  if (forCorrection && move === 'pull_up') throw new Refusal('correction-under-way');
  if (forCorrection && WAIT_FOR_CORRECTION.includes(move)) throw new Refusal('note-up-for-correction', { move });
  if (!forCorrection && move === 'return_correction') throw new Refusal('no-correction');
  return to;
}

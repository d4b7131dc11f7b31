import { FILE_MOVES, FILE_STATES, type FileMove, type FileState } from '@patravali/contract';
import { Refusal } from '@patravali/errors';
import type { FileCustody } from './file-custody.entity';

type From = readonly FileState[];

const ON_DESK: From = ['on_desk'];
/** What a holder may do as well while the file is set aside, without taking it up. */
const HELD: From = ['on_desk', 'parked', 'in_call_book'];
const CALL_BOOK: From = ['in_call_book'];
const ATTACHED: From = ['attached'];

/** What may be done with a file in each state, and where it leads if not back there. Nothing else in the system decides this. */
const MOVES: Record<FileMove, { from: From; to?: FileState }> = {
  open: { from: ON_DESK },
  note: { from: HELD },
  confirm_note: { from: HELD },
  decide: { from: ON_DESK },
  forward: { from: ON_DESK },
  return: { from: ON_DESK },
  // Of what is set aside it is refused as well: that has been opened.
  pull_back: { from: HELD },
  ask_recall: { from: HELD },
  agree_recall: { from: ON_DESK },
  refuse_recall: { from: HELD },
  withdraw_recall: { from: HELD },
  pull_up: { from: ['on_desk', 'parked'], to: 'on_desk' },
  put_up_for_correction: { from: ON_DESK },
  return_correction: { from: ON_DESK },
  park: { from: ['on_desk', 'parked'], to: 'parked' },
  take_up: { from: ['parked'], to: 'on_desk' },
  put_in_call_book: { from: ['on_desk', 'parked'], to: 'in_call_book' },
  review_call_book: { from: CALL_BOOK },
  take_out_of_call_book: { from: CALL_BOOK, to: 'on_desk' },
  // In the call book it stands still, until the case is taken out.
  stop_clock: { from: ['on_desk', 'parked'] },
  start_clock: { from: ['on_desk', 'parked'] },
  link: { from: HELD },
  unlink: { from: HELD },
  attach: { from: ON_DESK, to: 'attached' },
  detach: { from: ATTACHED, to: 'on_desk' },
  open_part: { from: [...HELD, 'attached'] },
  incorporate: { from: ON_DESK, to: 'closed' },
  open_volume: { from: ON_DESK, to: 'closed' },
  consult: { from: HELD },
  withdraw_consultation: { from: HELD },
  remind: { from: HELD },
  follow: { from: FILE_STATES },
  put_up_draft: { from: ON_DESK },
  add_receipt: { from: HELD },
  correct_cover: { from: ON_DESK },
  regrade: { from: ON_DESK },
  close: { from: ON_DESK, to: 'closed' },
  reopen: { from: ['closed'], to: 'on_desk' },
};

/** What takes the file from its desk, or lays it aside there; while a note is up for correction there, these moves wait. */
const WAIT_FOR_CORRECTION: readonly FileMove[] = [
  'forward',
  'return',
  'put_up_for_correction',
  'close',
  'park',
  'put_in_call_book',
  'agree_recall',
  'pull_up',
  'attach',
  'incorporate',
  'open_volume',
];

type Stage = Pick<FileCustody, 'state' | 'forCorrection'>;

export function possibleMoves({ state, forCorrection }: Stage): FileMove[] {
  return FILE_MOVES.filter((move) => MOVES[move].from.includes(state))
    .filter((move) => !forCorrection || !WAIT_FOR_CORRECTION.includes(move))
    .filter((move) => move !== 'return_correction' || forCorrection);
}

/**
 * The state that the move leads to.
 * @throws Refusal `file-parked`, `file-in-call-book` and `file-attached`, which name the way back to the desk; `illegal-file-move`, which names
 * the moves that are possible; `note-up-for-correction`, `correction-under-way` for a superior, who cannot end it; `no-correction`.
 */
export function stateAfter(move: FileMove, stage: Stage & Partial<SetAside>): FileState {
  const { state, forCorrection } = stage;
  const { from, to = state } = MOVES[move];
  if (!from.includes(state)) throw impossible(move, stage);
  if (forCorrection && move === 'pull_up') throw new Refusal('correction-under-way');
  if (forCorrection && WAIT_FOR_CORRECTION.includes(move)) throw new Refusal('note-up-for-correction', { move });
  if (!forCorrection && move === 'return_correction') throw new Refusal('no-correction');
  return to;
}

type SetAside = Pick<FileCustody, 'parkedUntil' | 'parkedFor' | 'reviewOn'>;

function impossible(move: FileMove, { state, forCorrection, ...aside }: Stage & Partial<SetAside>): Refusal {
  const afterwards = MOVES[move].from.includes('on_desk');
  const { parkedUntil: until = null, parkedFor: event = null, reviewOn = null } = aside;
  if (afterwards && state === 'parked') return new Refusal('file-parked', { move, until, event });
  if (afterwards && state === 'attached') return new Refusal('file-attached', { move });
  if (afterwards && state === 'in_call_book') return new Refusal('file-in-call-book', { move, reviewOn });
  return new Refusal('illegal-file-move', { move, state, moves: possibleMoves({ state, forCorrection }) });
}

import { RECEIPT_MOVES, type ReceiptMove, type ReceiptState } from '@patravali/contract';
import { Refusal } from '@patravali/errors';

/** Where each move leads from each state; a state that is missing does not allow the move. */
const MOVES: Record<ReceiptMove, Partial<Record<ReceiptState, ReceiptState>>> = {
  open: { created: 'created', on_desk: 'on_desk' },
  forward: { created: 'on_desk', on_desk: 'on_desk' },
  pull_back: { on_desk: 'on_desk' },
  return: { on_desk: 'on_desk' },
  redirect: { on_desk: 'on_desk' },
  put_in_file: { created: 'in_file', on_desk: 'in_file' },
  detach: { in_file: 'on_desk' },
  close: { created: 'closed', on_desk: 'closed' },
  reopen: { closed: 'on_desk' },
  correct: { created: 'created', on_desk: 'on_desk' },
  complete: { created: 'created', on_desk: 'on_desk' },
};

export function possibleReceiptMoves(state: ReceiptState): ReceiptMove[] {
  return RECEIPT_MOVES.filter((move) => MOVES[move][state] !== undefined);
}

/** The state that the move leads to, or a refusal that names the moves that are possible. */
export function receiptStateAfter(move: ReceiptMove, state: ReceiptState): ReceiptState {
  const next = MOVES[move][state];
  if (!next) throw new Refusal('illegal-receipt-move', { move, state, moves: possibleReceiptMoves(state) });
  return next;
}

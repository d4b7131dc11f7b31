import { FILE_MOVES, FILE_STATES, type FileMove, type FileState } from '@patravali/contract';
import { Refusal } from '@patravali/errors';
import { possibleMoves, stateAfter } from './file-lifecycle';

/** Where each move leads from each state in which it is possible; every other move is for a file on a desk, and leaves it there. */
const HELD = { on_desk: 'on_desk', parked: 'parked', in_call_book: 'in_call_book' } as const;
const LEADS: Partial<Record<FileMove, Partial<Record<FileState, FileState>>>> = {
  note: HELD,
  confirm_note: HELD,
  add_receipt: HELD,
  pull_back: HELD,
  remind: HELD,
  consult: HELD,
  withdraw_consultation: HELD,
  follow: { ...HELD, attached: 'attached', closed: 'closed' },
  ask_recall: HELD,
  refuse_recall: HELD,
  withdraw_recall: HELD,
  pull_up: { on_desk: 'on_desk', parked: 'on_desk' },
  park: { on_desk: 'parked', parked: 'parked' },
  take_up: { parked: 'on_desk' },
  stop_clock: { on_desk: 'on_desk', parked: 'parked' },
  start_clock: { on_desk: 'on_desk', parked: 'parked' },
  link: HELD,
  unlink: HELD,
  attach: { on_desk: 'attached' },
  detach: { attached: 'on_desk' },
  open_part: { ...HELD, attached: 'attached' },
  incorporate: { on_desk: 'closed' },
  open_volume: { on_desk: 'closed' },
  put_in_call_book: { on_desk: 'in_call_book', parked: 'in_call_book' },
  review_call_book: { in_call_book: 'in_call_book' },
  take_out_of_call_book: { in_call_book: 'on_desk' },
  close: { on_desk: 'closed' },
  reopen: { closed: 'on_desk' },
};
const outcomeOf = (move: FileMove, state: FileState) => (LEADS[move] ?? { on_desk: 'on_desk' })[state] ?? 'refused';

/** Of what is set aside, what could be done on the desk is refused with the way back there. */
function refusalOf(move: FileMove, state: FileState) {
  const afterwards = outcomeOf(move, 'on_desk') !== 'refused';
  if (afterwards && state === 'parked') return { code: 'file-parked', params: { move, until: null, event: null } };
  if (afterwards && state === 'attached') return { code: 'file-attached', params: { move } };
  if (afterwards && state === 'in_call_book') return { code: 'file-in-call-book', params: { move, reviewOn: null } };
  return {
    code: 'illegal-file-move',
    params: { move, state, moves: possibleMoves({ state, forCorrection: false }) },
  };
}

describe('the life of a file', () => {
  const cases = FILE_MOVES.filter((move) => move !== 'return_correction').flatMap((move) =>
    FILE_STATES.map((state) => [move, state, outcomeOf(move, state)] as const),
  );

  it.each(cases)('%s of a file that is %s: %s', (move, state, outcome) => {
    if (outcome === 'refused') {
      expect(() => stateAfter(move, { state, forCorrection: false })).toThrow(
        expect.objectContaining(refusalOf(move, state)) as Refusal,
      );
    } else {
      expect(stateAfter(move, { state, forCorrection: false })).toBe(outcome);
    }
  });

  it.each(FILE_STATES)('names for a file that is %s exactly the moves that are not refused', (state) => {
    expect(possibleMoves({ state, forCorrection: false })).toEqual(
      FILE_MOVES.filter((move) => move !== 'return_correction' && outcomeOf(move, state) !== 'refused'),
    );
  });

  it('goes nowhere while a note is up for correction on it, but to be pulled back or returned', () => {
    const stage = { state: 'on_desk', forCorrection: true } as const;
    const waiting = [
      'forward',
      'return',
      'agree_recall',
      'put_up_for_correction',
      'close',
      'park',
      'put_in_call_book',
      'attach',
      'incorporate',
      'open_volume',
      'consult',
    ] as const;
    expect(() => stateAfter('pull_up', stage)).toThrow(
      expect.objectContaining({ code: 'correction-under-way' }) as Refusal,
    );
    const others = FILE_MOVES.filter((move) => outcomeOf(move, 'on_desk') !== 'refused');
    for (const move of waiting) {
      expect(() => stateAfter(move, stage)).toThrow(
        expect.objectContaining({ code: 'note-up-for-correction', params: { move } }) as Refusal,
      );
    }
    expect(possibleMoves(stage)).toEqual(others.filter((move) => ![...waiting, 'pull_up'].includes(move)));
    expect(stateAfter('return_correction', stage)).toBe('on_desk');
    const nothing = { state: 'on_desk', forCorrection: false } as const;
    expect(() => stateAfter('return_correction', nothing)).toThrow(
      expect.objectContaining({ code: 'no-correction' }) as Refusal,
    );
  });
});

import { FILE_MOVES, FILE_STATES, type FileMove } from '@patravali/contract';
import { Refusal } from '@patravali/errors';
import { possibleMoves, stateAfter } from './file-lifecycle';

/** The whole life of a file, as the manual has it: each state, each move, where it leads or that it is refused. */
const LIFE: Record<FileMove, { on_desk: string; closed: string }> = {
  open: { on_desk: 'on_desk', closed: 'refused' },
  note: { on_desk: 'on_desk', closed: 'refused' },
  forward: { on_desk: 'on_desk', closed: 'refused' },
  return: { on_desk: 'on_desk', closed: 'refused' },
  pull_back: { on_desk: 'on_desk', closed: 'refused' },
  put_up_draft: { on_desk: 'on_desk', closed: 'refused' },
  add_receipt: { on_desk: 'on_desk', closed: 'refused' },
  close: { on_desk: 'closed', closed: 'refused' },
  reopen: { on_desk: 'refused', closed: 'on_desk' },
};

describe('the life of a file', () => {
  const cases = FILE_MOVES.flatMap((move) => FILE_STATES.map((state) => [move, state, LIFE[move][state]] as const));

  it.each(cases)('%s of a file that is %s: %s', (move, state, outcome) => {
    if (outcome === 'refused') {
      expect(() => stateAfter(move, state)).toThrow(
        expect.objectContaining({
          code: 'illegal-file-move',
          params: { move, state, moves: possibleMoves(state) },
        }) as Refusal,
      );
    } else {
      expect(stateAfter(move, state)).toBe(outcome);
    }
  });

  it.each(FILE_STATES)('names for a file that is %s exactly the moves that are not refused', (state) => {
    expect(possibleMoves(state)).toEqual(FILE_MOVES.filter((move) => LIFE[move][state] !== 'refused'));
  });
});

import { FILE_MOVES, FILE_STATES, type FileMove, type FileState } from '@patravali/contract';
import { Refusal } from '@patravali/errors';
import { possibleMoves, stateAfter } from './file-lifecycle';

/** Only closing and reopening change the state; every other move is for a file on a desk, and leaves it there. */
const LEADS: Partial<Record<FileMove, Partial<Record<FileState, FileState>>>> = {
  close: { on_desk: 'closed' },
  reopen: { closed: 'on_desk' },
};
const outcomeOf = (move: FileMove, state: FileState) => (LEADS[move] ?? { on_desk: 'on_desk' })[state] ?? 'refused';

describe('the life of a file', () => {
  const cases = FILE_MOVES.flatMap((move) =>
    FILE_STATES.map((state) => [move, state, outcomeOf(move, state)] as const),
  );

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
    expect(possibleMoves(state)).toEqual(FILE_MOVES.filter((move) => outcomeOf(move, state) !== 'refused'));
  });
});

import { rowAt } from '../../../apps/web/src/ui/list/neighbours';

const rows = (...ids: string[]) => ids.map((id) => ({ id }));
const at = (id: string, ...ids: string[]) => ({ id, ids });

describe('Whoever comes back to a list', () => {
  it.each<[string, { id: string }[], ReturnType<typeof at>, string]>([
    ['is where he was', rows('a', 'b', 'c'), at('b', 'a', 'b', 'c'), 'b'],
    ['is at the next one when that has left', rows('a', 'c', 'd'), at('b', 'a', 'b', 'c', 'd'), 'c'],
    ['passes over those that left meanwhile as well', rows('a', 'd'), at('b', 'a', 'b', 'c', 'd'), 'd'],
    ['is at the one before when it was the last', rows('a', 'b'), at('c', 'a', 'b', 'c'), 'b'],
    ['keeps his place though others have come', rows('x', 'a', 'y', 'c'), at('b', 'a', 'b', 'c'), 'c'],
    ['begins at the first row when nothing is left of what he saw', rows('x', 'y'), at('b', 'a', 'b', 'c'), 'x'],
    ['begins at the first row of a list that he never saw', rows('x', 'y'), at(''), 'x'],
  ])('%s', (_, items, place, chosen) => {
    expect(rowAt(items, place)?.id).toBe(chosen);
  });

  it('finds nothing chosen in an empty list', () => {
    expect(rowAt(rows(), at('b', 'a', 'b'))).toBeUndefined();
  });
});

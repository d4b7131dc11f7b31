import { neighboursOf, rememberList, rowAt } from '../../../apps/web/src/ui/list/neighbours';

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

describe('What is opened from a list', () => {
  const kept = new Map<string, string>();
  beforeAll(() => {
    const sessionStorage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    Object.assign(globalThis, { sessionStorage });
  });

  it('leads on to the next of its list', () => {
    rememberList('/desk/inbox', rows('a', 'b', 'c'));
    expect(neighboursOf('b')).toEqual({ previous: 'a', next: 'c' });
    expect(neighboursOf('x')).toEqual({ previous: undefined, next: undefined });
  });

  it('leads on to the next of its kind, where there are several', () => {
    const kinds = { a: 'file', b: 'receipt', c: 'file', d: 'letter', e: 'receipt' };
    rememberList(
      '/desk/all',
      Object.entries(kinds).map(([id, kind]) => ({ id, kind })),
    );
    expect(neighboursOf('a')).toEqual({ previous: undefined, next: 'c' });
    expect(neighboursOf('e')).toEqual({ previous: 'b', next: undefined });
    expect(neighboursOf('d')).toEqual({ previous: undefined, next: undefined });
  });
});

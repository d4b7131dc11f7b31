import fc from 'fast-check';
import { firstOnWayBack, inLineOf, type PostInLine, type PowerToday, wayFrom } from './chain-of-command';

/** Posts in one line, the lowest first; the first letter of each is its name, and behind it its level. */
function line(...names: string[]): PostInLine[] {
  return names.map((name, index) => ({
    id: name,
    level: Number(name.slice(1)),
    superiorPostIds: names.slice(index + 1),
    roles: ['officer'],
  }));
}

const OFFICE = line('h5', 'o4', 'c3', 'a2', 'k1');
const [hand, officer, chief, additional, head] = OFFICE as [PostInLine, PostInLine, PostInLine, PostInLine, PostInLine];
const power = (levels: number[], finalPostId: string | null = null): PowerToday => ({ levels, finalPostId });
const ids = (posts: readonly PostInLine[]) => posts.map(({ id }) => id).join(' ');
const way = (from: PostInLine, held: PowerToday, posts = OFFICE) => ids(wayFrom(from, posts, held).way);

describe('the way of a case', () => {
  it('goes over the superiors whose levels stand on the ladder, up to the final authority', () => {
    expect(way(hand, power([4, 3]))).toBe('o4 c3');
    expect(way(hand, power([4, 3, 1]))).toBe('o4 c3 k1');
    expect(way(hand, power([3]))).toBe('c3');
    expect(way(officer, power([4, 3, 2]))).toBe('c3 a2');
  });

  it('ends where the case is disposed of', () => {
    expect(way(chief, power([4, 3]))).toBe('');
    expect(way(head, power([4, 3]))).toBe('');
    expect(wayFrom(hand, OFFICE, power([4, 3])).final?.id).toBe('c3');
  });

  it('goes to the next higher post where no superior stands just on the highest level', () => {
    expect(way(hand, power([4, 3]), line('h5', 'o4', 'a2', 'k1'))).toBe('o4 a2');
  });

  it('ends with the head of the line where nobody in it reaches the last level', () => {
    expect(way(hand, power([4, 1]), line('h5', 'o4', 'c3'))).toBe('o4 c3');
    expect(way(chief, power([4, 1]), line('h5', 'o4', 'c3'))).toBe('');
  });

  it('goes to the one post that is named, also out of line, and not past it', () => {
    const other: PostInLine = { id: 'f3', level: 3, superiorPostIds: ['a2', 'k1'], roles: ['officer'] };
    expect(way(hand, power([4, 3], 'f3'), [...OFFICE, other])).toBe('o4 f3');
    expect(way(chief, power([4, 3], 'f3'), [...OFFICE, other])).toBe('f3');
    expect(way(other, power([4, 3], 'f3'), [...OFFICE, other])).toBe('');
    expect(way(additional, power([4, 3], 'f3'), [...OFFICE, other])).toBe('');
    expect(ids(inLineOf(hand, wayFrom(hand, [...OFFICE, other], power([4, 3], 'f3')).way))).toBe('o4');
  });

  it('leaves out who can hold no file', () => {
    const posts = OFFICE.map((post) => (post.id === 'o4' ? { ...post, roles: ['auditor' as const] } : post));
    expect(way(hand, power([4, 3]), posts)).toBe('c3');
    const besides = OFFICE.map((post) => ({ ...post, roles: ['auditor' as const, 'officer' as const] }));
    expect(way(hand, power([4, 3]), besides)).toBe('o4 c3');
  });

  it('is the same in whatever order the posts are known', () => {
    expect(way(hand, power([4, 3, 1]), OFFICE.toReversed())).toBe('o4 c3 k1');
    expect(way(hand, power([4, 3]), line('h5', 'o4', 'a2', 'k1').toReversed())).toBe('o4 a2');
  });

  it('does not go over a superior of the own level', () => {
    const posts = line('b4', 'o4', 'c3');
    expect(way(posts[0] ?? hand, power([4, 3]), posts)).toBe('c3');
  });

  const ladders = fc
    .uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1 })
    .map((levels) => levels.sort((a, b) => b - a));
  const lines = fc
    .uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1 })
    .map((levels) => line(...levels.sort((a, b) => b - a).map((level) => `p${level}`)));

  it('only rises, keeps to the ladder, ends with the final authority, and is the same from wherever on it one begins', () => {
    fc.assert(
      fc.property(lines, ladders, (posts, levels) => {
        const held = power(levels);
        for (const from of posts) {
          const { way: found, final } = wayFrom(from, posts, held);
          const rising = [from, ...found].map(({ level }) => level);
          expect(rising).toEqual([...new Set(rising)].sort((a, b) => b - a));
          for (const post of found) expect(from.superiorPostIds).toContain(post.id);
          for (const post of found.slice(0, -1)) expect(levels).toContain(post.level);
          if (final) expect(found.at(-1)).toBe(final);
          const above = posts.filter(({ id }) => from.superiorPostIds.includes(id));
          const isReached = above.some(({ level }) => level <= Math.min(...levels));
          if (final && isReached) expect(final.level).toBeLessThanOrEqual(Math.min(...levels));
          else if (final) expect(final).toBe(above.at(-1));
          found.forEach((post, index) => {
            expect(wayFrom(post, posts, held).way).toEqual(found.slice(index + 1));
          });
        }
      }),
    );
  });
});

describe('the way back', () => {
  const owed = [officer, chief];

  it('goes to the highest jumped post first, and then to the next below it', () => {
    expect(firstOnWayBack([...owed], head, hand)?.id).toBe('c3');
    expect(firstOnWayBack([...owed], chief, hand)?.id).toBe('o4');
    expect(firstOnWayBack([officer], officer, hand)).toBeNull();
    expect(firstOnWayBack([...owed], head, officer)?.id).toBe('c3');
    expect(firstOnWayBack([...owed], head, chief)).toBeNull();
  });

  it('stands against nothing that stays above the jumped post, beside it or below it', () => {
    const beside: PostInLine = { id: 'b5', level: 5, superiorPostIds: ['k1'], roles: ['dealing_hand'] };
    expect(firstOnWayBack([officer], head, additional)).toBeNull();
    expect(firstOnWayBack([officer], head, beside)).toBeNull();
    expect(firstOnWayBack([officer], beside, hand)?.id).toBe('o4');
    expect(firstOnWayBack([officer], hand, { ...hand, id: 'h6' })).toBeNull();
  });

  it('is never longer than the posts that were jumped, and always gets the file below them', () => {
    const jumped = fc.subarray(OFFICE.slice(1, -1));
    fc.assert(
      fc.property(jumped, (posts) => {
        let [at, left] = [head, [...posts]];
        for (let hops = 0; hops <= posts.length; hops++) {
          const next = firstOnWayBack(left, at, hand);
          if (!next) break;
          expect(firstOnWayBack(left, at, next)).toBeNull();
          left = left.filter(({ id }) => id !== at.id);
          at = next;
        }
        expect(firstOnWayBack(left, at, hand)).toBeNull();
      }),
    );
  });
});

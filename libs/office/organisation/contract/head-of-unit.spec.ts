import { headOfUnit } from './head-of-unit';

describe('the head of a unit', () => {
  const post = (unitId: string, marking: string, level: number) => ({ unitId, marking, level });

  it('is its highest post, of equals the first by its marking, and nobody where it has none', () => {
    const posts = [post('a', 'SO', 4), post('a', 'US-2', 3), post('b', 'DS', 2), post('a', 'US-1', 3)];
    expect(headOfUnit(posts, 'a')).toBe(posts[3]);
    expect(headOfUnit(posts, 'b')).toBe(posts[2]);
    expect(headOfUnit(posts, 'c')).toBeUndefined();
  });
});

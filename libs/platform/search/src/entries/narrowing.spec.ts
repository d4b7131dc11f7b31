import { narrowingTo } from './narrowing';

const daysOf = (from?: string, to?: string) => narrowingTo({ from, to })?.stems[0];

describe('what a search is narrowed to', () => {
  it.each([
    ['2026-12-03', '2026-12-03', ['@db515']],
    ['2026-01-01', '2026-12-31', ['@y7e']],
    ['2024-02-01', '2024-02-29', ['@m5d1']],
    ['2025-12-31', '2026-02-01', ['@db3c4', '@m5e8', '@db3e4']],
    ['2025-11-30', '2027-01-01', ['@db3a5', '@m5e7', '@y7e', '@db532']],
  ])('a span of days is as few years, months and days as can be: %s to %s', (from, to, marks) => {
    expect(daysOf(from, to)).toEqual(marks);
  });

  it('a span without an end has one far away, and is no list without end', () => {
    expect(daysOf('2026-12-30')?.slice(0, 3)).toEqual(['@db530', '@db531', '@y7f']);
    expect(daysOf(undefined, '1900-01-02')).toEqual(['@d0', '@d1']);
    expect(daysOf('0001-01-01', '9999-12-31')?.length).toBe(200);
  });

  it('all of it must be there; of a sender the words that bear his weight', () => {
    const sender = { query: `('राम' | ('ram' <-> 'din')) & ('pand')`, stems: [['राम', 'din'], ['pand']], marked: [] };
    expect(
      narrowingTo({
        from: '2026-12-03',
        to: '2026-12-03',
        postIds: ['0198f0c2-1111-7000-8000-0000000000fa', '0198f0c2-1111-7000-8000-fedcba987654'],
        sender,
      }),
    ).toEqual({
      query: `('@db515') & ('@pAAAAAAD6' | '@p/ty6mHZU') & (('राम':A | ('ram':A <-> 'din':A)) & ('pand':A))`,
      stems: [['@db515'], ['@pAAAAAAD6', '@p/ty6mHZU'], ['राम', 'din'], ['pand']],
    });
  });

  it('nothing is of a unit without posts, or of days that nobody keeps apart', () => {
    expect(narrowingTo({ postIds: [] })).toBeNull();
    expect(narrowingTo({ from: '2100-01-01' })).toBeNull();
  });
});

import { narrowingTo } from './narrowing';

const daysOf = (from?: string, to?: string) => narrowingTo({ from, to })?.stems[0];

describe('what a search is narrowed to', () => {
  it.each([
    ['2026-12-03', '2026-12-03', ['@d20261203']],
    ['2026-01-01', '2026-12-31', ['@y2026']],
    ['2024-02-01', '2024-02-29', ['@m202402']],
    ['2025-12-31', '2026-02-01', ['@d20251231', '@m202601', '@d20260201']],
    ['2025-11-30', '2027-01-01', ['@d20251130', '@m202512', '@y2026', '@d20270101']],
  ])('a span of days is as few years, months and days as can be: %s to %s', (from, to, marks) => {
    expect(daysOf(from, to)).toEqual(marks);
  });

  it('a span without an end has one far away, and is no list without end', () => {
    expect(daysOf('2026-12-30')?.slice(0, 3)).toEqual(['@d20261230', '@d20261231', '@y2027']);
    expect(daysOf(undefined, '1900-01-02')).toEqual(['@d19000101', '@d19000102']);
    expect(daysOf('0001-01-01', '9999-12-31')?.length).toBe(200);
  });

  it('all of it must be there; of a sender the words that bear his weight', () => {
    const sender = { query: `('राम' | ('ram' <-> 'din')) & ('pand')`, stems: [['राम', 'din'], ['pand']], marked: [] };
    expect(narrowingTo({ from: '2026-12-03', to: '2026-12-03', postIds: ['a', 'b'], sender })).toEqual({
      query: `('@d20261203') & ('@pa' | '@pb') & (('राम':A | ('ram':A <-> 'din':A)) & ('pand':A))`,
      stems: [['@d20261203'], ['@pa', '@pb'], ['राम', 'din'], ['pand']],
    });
  });

  it('nothing is of a unit without posts, or of days that nobody keeps apart', () => {
    expect(narrowingTo({ postIds: [] })).toBeNull();
    expect(narrowingTo({ from: '2100-01-01' })).toBeNull();
  });
});

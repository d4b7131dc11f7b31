import { workingDays, yearsBetween } from '../../../apps/web/src/ui/days/working-days';

/** Christmas, the Sundays and the second Saturday at the turn of the year. */
const CLOSED = new Set(['2026-12-25', '2026-12-27', '2027-01-03', '2027-01-09']);

describe('the working days that the page counts', () => {
  it.each([
    ['2026-12-21', '2026-12-21', 0],
    ['2026-12-21', '2026-12-24', 3],
    ['2026-12-21', '2026-12-25', 3],
    ['2026-12-21', '2026-12-31', 8],
    ['2026-12-21', '2027-01-09', 15],
    ['2027-01-09', '2026-12-21', 0],
  ])('from %s to %s are %i, as the database counts them', (from, until, days) => {
    expect(workingDays(from, until, CLOSED)).toBe(days);
  });

  it('need the calendar of each year that they touch', () => {
    expect(yearsBetween('2025-11-30', '2027-01-01')).toEqual([2025, 2026, 2027]);
    expect(yearsBetween('2027-01-09', '2026-12-21')).toEqual([2027]);
  });
});

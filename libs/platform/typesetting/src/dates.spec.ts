import { printedDay, printedInstant } from './dates';

describe('dates on paper', () => {
  it.each([
    ['2026-11-24', 'en', '24 Nov 2026'],
    ['2026-11-24', 'hi', '24 नवम्बर 2026'],
    ['2026-01-05', 'hi', '05 जनवरी 2026'],
  ] as const)('writes %s in %s as %s', (day, language, expected) => {
    expect(printedDay(day, language)).toBe(expected);
  });

  it('shows the clock of India, which is already at the next day or year', () => {
    expect(printedInstant('2026-12-31T18:29:59Z', 'en')).toBe('31 Dec 2026, 23:59');
    expect(printedInstant('2026-12-31T18:30:00Z', 'en')).toBe('01 Jan 2027, 00:00');
    expect(printedInstant('2026-11-24T16:40:00+05:30', 'hi')).toBe('24 नवम्बर 2026, 16:40');
  });

  it('refuses what is no day', () => {
    expect(() => printedDay('soon', 'en')).toThrow(RangeError);
  });
});

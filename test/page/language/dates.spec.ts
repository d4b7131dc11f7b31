import { formatNumber } from '@language/numbers';
import { fill } from '@language/fill';
import { formatDate, formatDayAndMonth, formatInstant } from '@language/dates';
import { daysBetween } from '../../../apps/web/src/language/dates';
import type { Messages } from '../../../apps/web/src/language/message-keys';
import { translationsOf } from '../../../apps/web/src/language/use-translations';
import { readDay } from '../../../apps/web/src/language/read-day';

describe('Days on the page', () => {
  it('are written as an office in India writes them', () => {
    expect(formatDate('screen', '2026-11-24', 'en')).toBe('24 Nov 2026');
    expect(formatDate('screen', '2026-11-24', 'hi')).toBe('24 नवम्बर 2026');
    expect(formatDayAndMonth('2026-11-24', 'hi')).toBe('24 नव०');
  });

  it('are written in figures in a register and in the list of movements', () => {
    for (const language of ['hi', 'en'] as const) {
      const { registerDay, registerTime } = translationsOf(language, {} as Messages);
      expect(registerDay('2026-11-04')).toBe('04.11.2026');
      expect(registerTime('2026-11-24T20:00:00Z')).toBe('25.11.2026, 01:30');
    }
  });

  it('are those of India, whatever the clock of the reader says', () => {
    expect(formatDate('screen', '2026-11-24T20:00:00Z', 'en')).toBe('25 Nov 2026');
    expect(formatInstant('screen', '2026-11-24T20:00:00Z', 'en')).toBe('25 Nov 2026, 01:30');
    expect(daysBetween('2026-11-24T18:29:00Z', '2026-11-24T18:31:00Z')).toBe(1);
  });

  it.each([
    ['24/11/2026', '2026-11-24'],
    ['24.11.26', '2026-11-24'],
    ['24 Nov 2026', '2026-11-24'],
    ['24 नवम्बर 2026', '2026-11-24'],
    ['२४/११/२०२६', '2026-11-24'],
    ['4 फ़रवरी 2026', '2026-02-04'],
    ['4 फरवरी 2026', '2026-02-04'],
    ['4 अक्तूबर 2026', '2026-10-04'],
    ['1-2-2027', '2027-02-01'],
  ])('%s is read with the day before the month', (typed, day) => {
    expect(readDay(typed)).toBe(day);
  });

  it.each(['31/4/2026', '29/2/2026', '24', 'tomorrow', '24/13/2026', ''])('%s is no day', (typed) => {
    expect(readDay(typed)).toBeNull();
  });
});

describe('A sentence', () => {
  it('groups numbers as in India and chooses the form for the count', () => {
    expect(formatNumber(1234567)).toBe('12,34,567');
    expect(fill('{n} {n|letter|letters}', { n: 1 }, 'en')).toBe('1 letter');
    expect(fill('{n} {n|letter|letters}', { n: 12345 }, 'en')).toBe('12,345 letters');
  });
});

import { dayInIndia, formatDate, formatDayAndMonth, formatInstant, monthOfName } from './index';

describe('a date', () => {
  it.each([
    ['screen', 'en', '4 Feb 2026'],
    ['screen', 'hi', '4 फरवरी 2026'],
    ['letter', 'en', '4 February 2026'],
    ['letter', 'hi', '4 फरवरी, 2026'],
    ['register', 'en', '04.02.2026'],
    ['register', 'hi', '04.02.2026'],
  ] as const)('on a %s in %s is written %s', (form, language, expected) => {
    expect(formatDate(form, '2026-02-04', language)).toBe(expected);
  });

  it('is spelt in Hindi as an office in Uttar Pradesh spells it', () => {
    const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}-15`);
    expect(months.map((day) => formatDate('screen', day, 'hi').split(' ')[1]).join(' ')).toBe(
      'जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितम्बर अक्टूबर नवम्बर दिसम्बर',
    );
    expect(formatDayAndMonth('2026-09-15', 'hi')).toBe('15 सित०');
    expect(formatDayAndMonth('2026-09-15', 'en')).toBe('15 Sep');
  });

  it('is that of the clock of India, which is already at the next day or year', () => {
    expect(formatInstant('screen', '2026-12-31T18:29:59Z', 'en')).toBe('31 Dec 2026, 23:59');
    expect(formatInstant('letter', '2026-12-31T18:30:00Z', 'en')).toBe('1 January 2027, 00:00');
    expect(formatInstant('register', '2026-12-31T18:30:00Z', 'hi')).toBe('01.01.2027, 00:00');
    expect(formatInstant('letter', '2026-11-24T16:40:00+05:30', 'hi')).toBe('24 नवम्बर, 2026, 16:40');
    expect(dayInIndia(new Date('2026-12-31T18:30:00Z'))).toBe('2027-01-01');
    expect(dayInIndia('2026-12-31')).toBe('2026-12-31');
  });

  it('must be one', () => {
    expect(() => formatDate('letter', 'soon', 'en')).toThrow(RangeError);
    expect(() => dayInIndia('soon')).toThrow(RangeError);
    for (const day of ['0000-02-04', '2026-00-04', '2026-02-00']) {
      expect(() => formatDate('screen', day, 'hi')).toThrow(new RangeError(`not a day: ${day}`));
    }
  });
});

describe('the month that a person means', () => {
  it.each([
    ['Nov', 11],
    ['november', 11],
    ['फ़रवरी', 2],
    ['फर', 2],
    ['अक्तूबर', 10],
    ['अक्टू', 10],
    ['kartik', 0],
  ])('by %s is %d', (typed, month) => {
    expect(monthOfName(typed)).toBe(month);
  });
});

import { markedBeforeYear, renderNumber, seriesOf, UnknownNumberField, yearOf } from '@patravali/numbering';

const FILE_HEAD = { basic: 'A', primary: '11', secondary: '11', unit: 'Estt' };
const CENTRAL = '{basic}-{primary}0{secondary}/{serial}/{year}-{unit}';
const UTTAR_PRADESH = '{serial}/68-2-{year}-33(53)/2018';
const KERALA = 'G.O.({type}) {serial}/{year}/{department}';

describe('a number', () => {
  it.each([
    [
      'in the style of the central secretariat',
      CENTRAL,
      { ...FILE_HEAD, serial: '5', year: '2026' },
      'A-11011/5/2026-Estt',
    ],
    ['in the style of Uttar Pradesh', UTTAR_PRADESH, { serial: '840', year: '2026' }, '840/68-2-2026-33(53)/2018'],
    [
      'in the style of Kerala',
      KERALA,
      { type: 'P', serial: '180', year: '2026', department: 'Fin' },
      'G.O.(P) 180/2026/Fin',
    ],
    ['in Hindi', '{serial}/{unit}-{year}', { serial: '7', unit: 'स्था॰-2', year: '2026-27' }, '7/स्था॰-2-2026-27'],
  ])('is printed %s', (_, template, fields, printed) => {
    expect(renderNumber(template, fields)).toBe(printed);
  });

  it.each([
    ['A-11011/5(ii)/2026-Estt', CENTRAL, { ...FILE_HEAD, serial: '5', year: '2026' }, 2],
    ['840/68-2(iv)-2026-33(53)/2018', UTTAR_PRADESH, { serial: '840', year: '2026' }, 4],
    ['7/स्था॰-2(xix)-2026-27', '{serial}/{unit}-{year}', { serial: '7', unit: 'स्था॰-2', year: '2026-27' }, 19],
    ['(ii)2026/7', '{year}/{serial}', { serial: '7', year: '2026' }, 2],
    ['7/2026', '{serial}/{year}', { serial: '7', year: '2026' }, 1],
  ])('says before the year that it is a further one of its day: %s', (printed, template, fields, place) => {
    expect(renderNumber(markedBeforeYear(template, place), fields)).toBe(printed);
  });

  it('does not read what is set in as a template', () => {
    expect(renderNumber('{unit}/{serial}', { unit: '{serial}$&', serial: '1' })).toBe('{serial}$&/1');
  });

  it('is refused when the scheme asks for what it does not have', () => {
    expect(() => renderNumber(CENTRAL, { serial: '5', year: '2026' })).toThrow(UnknownNumberField);
    expect(() => renderNumber('{constructor}', {})).toThrow(UnknownNumberField);
    expect(() => renderNumber('{serial}/{unit}', { serial: '5' })).toThrow(
      expect.objectContaining({
        name: 'UnknownNumberField',
        message: 'The number scheme {serial}/{unit} asks for {unit}, which this number does not have',
      }) as Error,
    );
  });

  it('runs in the series of everything but serial and year', () => {
    expect(seriesOf(CENTRAL, FILE_HEAD)).toBe('A-11011//-Estt');
    expect(seriesOf(CENTRAL, { ...FILE_HEAD, unit: 'Acct' })).not.toBe(seriesOf(CENTRAL, FILE_HEAD));
  });
});

describe('the year of a number', () => {
  it.each([
    ['2026-01-01', 'calendar', '2026'],
    ['2026-12-31', 'calendar', '2026'],
    ['2026-03-31', 'financial', '2025-26'],
    ['2026-04-01', 'financial', '2026-27'],
    ['2099-04-01', 'financial', '2099-00'],
  ] as const)('of %s is, by the %s year, %s', (day, period, year) => {
    expect(yearOf(day, period)).toBe(year);
  });

  it('is that of a day alone', () => {
    expect(() => yearOf('soon', 'calendar')).toThrow(new RangeError('not a day: soon'));
    expect(() => yearOf('2026', 'financial')).toThrow(new RangeError('not a day: 2026'));
  });
});

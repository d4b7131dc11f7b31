/** The values set into a template: the parts of the office's number heads, the unit, and serial and year. */
export type NumberFields = Readonly<Record<string, string>>;

/** The values for a template, besides serial and year. */
export interface FieldsOfNumber {
  readonly fields: NumberFields;
  /** As it is read in Hindi, where it reads otherwise there. */
  readonly fieldsHi?: NumberFields | undefined;
}

/** A number, and as it is read in Hindi: the same serial and year; null where it is the same there. */
export interface NumberInBoth {
  readonly number: string;
  readonly numberHi: string | null;
}

interface Printed extends FieldsOfNumber {
  readonly serial: string;
  readonly year: string;
  readonly place?: number;
}

const PLACEHOLDER = /\{(\w+)\}/g;

/**
 * A number as the scheme prints it: `{basic}-{primary}0{secondary}/{serial}/{year}-{unit}` becomes
 * `A-11011/5/2026-Estt`. Whatever is not a placeholder is printed as it stands.
 * @throws UnknownNumberField when the template asks for a field that is not given.
 */
export function renderNumber(template: string, fields: NumberFields): string {
  return template.replace(PLACEHOLDER, (_, name: string) => {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (value === undefined) throw new UnknownNumberField(template, name);
    return value;
  });
}

/** The number in both languages. */
export function printNumber(
  template: string,
  { fields, fieldsHi = fields, serial, year, place = 1 }: Printed,
): NumberInBoth {
  const marked = markedBeforeYear(template, place);
  const number = renderNumber(marked, { ...fields, serial, year });
  const numberHi = renderNumber(marked, { ...fieldsHi, serial, year });
  return { number, numberHi: numberHi === number ? null : numberHi };
}

/** The series in which a number runs: all that is printed except serial and year. */
export function seriesOf(template: string, fields: NumberFields): string {
  return renderNumber(template, { ...fields, serial: '', year: '' });
}

/**
 * The template with `(ii)`, `(iii)` … before the year, for what is the second, third … of its kind:
 * `{serial}/{year}-{unit}` becomes `{serial}(ii)/{year}-{unit}`. The first bears no mark.
 */
export function markedBeforeYear(template: string, place: number): string {
  if (place === 1) return template;
  return template.replace(
    /(?<![^\p{L}\p{M}\p{N}{})])[^\p{L}\p{M}\p{N}{})]*\{year\}/u,
    (year) => `(${roman(place)})${year}`,
  );
}

const ROMAN = [
  [1000, 'm'] as const,
  [900, 'cm'] as const,
  [500, 'd'] as const,
  [400, 'cd'] as const,
  [100, 'c'] as const,
  [90, 'xc'] as const,
  [50, 'l'] as const,
  [40, 'xl'] as const,
  [10, 'x'] as const,
  [9, 'ix'] as const,
  [5, 'v'] as const,
  [4, 'iv'] as const,
  [1, 'i'] as const,
];

function roman(place: number): string {
  const largest = ROMAN.find(([value]) => value <= place);
  return largest ? largest[1] + roman(place - largest[0]) : '';
}

export class UnknownNumberField extends Error {
  constructor(template: string, field: string) {
    super(`The number scheme ${template} asks for {${field}}, which this number does not have`);
    this.name = 'UnknownNumberField';
  }
}

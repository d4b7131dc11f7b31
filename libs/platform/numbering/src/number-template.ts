/** The values set into a template: the parts of the office's number heads, the unit, and serial and year. */
export type NumberFields = Readonly<Record<string, string>>;

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

/** The series in which a number runs: all that is printed except serial and year. */
export function seriesOf(template: string, fields: NumberFields): string {
  return renderNumber(template, { ...fields, serial: '', year: '' });
}

export class UnknownNumberField extends Error {
  constructor(template: string, field: string) {
    super(`The number scheme ${template} asks for {${field}}, which this number does not have`);
    this.name = 'UnknownNumberField';
  }
}

/** Positional parameters of one SQL statement: `bind(value)` answers `$n`. */
export class Parameters {
  readonly values: unknown[] = [];

  readonly bind = (value: unknown): string => `$${this.values.push(value)}`;
}

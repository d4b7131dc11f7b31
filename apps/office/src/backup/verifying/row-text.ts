/** A value, quoted or as it is, and what ends it. */
const VALUE = /(?:"([^"\\]*(?:(?:\\.|"")[^"\\]*)*)"|([^,"]*))(,|$)/sy;

/**
 * The values of a row in PostgreSQL's text form, such as `(1,"a ""b""",,"\\x00")`. What stands there as nothing is null; within
 * quotes two quotes, or a backslash and a sign, are one sign.
 * @throws Error when it is no row.
 */
export function valuesOf(row: string): (string | null)[] {
  const text = row.slice(1, -1);
  const values: (string | null)[] = [];
  for (let [at, isOver] = [0, false]; !isOver;) {
    VALUE.lastIndex = at;
    const found = VALUE.exec(text);
    if (!found) throw new Error('no row of PostgreSQL');
    const [whole, quoted, plain = '', end] = found;
    values.push(quoted === undefined ? plain || null : unquoted(quoted));
    at += whole.length;
    isOver = end === '';
  }
  return values;
}

const unquoted = (text: string): string => text.replace(/""|\\(.)/gs, (_, sign?: string) => sign ?? '"');

/** The values of the columns that are asked for, in that order. */
export function columnsOf(row: string, columns: readonly string[], wanted: readonly string[]): (string | null)[] {
  const values = valuesOf(row);
  return wanted.map((name) => values[columns.indexOf(name)] ?? null);
}

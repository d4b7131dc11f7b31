import type { Statements } from '../log/keeping/log-rows';

/** Of columns that are UUIDs. */
export type StretchEnd = readonly string[];

type Ends = readonly { readonly key: StretchEnd }[];

/** The rows of a table from one key on to before another, in the order of keys; null: from the first, to the last. */
export interface Stretch {
  readonly from: StretchEnd | null;
  readonly to: StretchEnd | null;
}

/**
 * A table in stretches of so many rows, one after the other, which leave nothing out, whatever is written meanwhile.
 * @param columns UUIDs, with which an index begins.
 */
export async function* stretchesOf(
  reader: Statements,
  table: string,
  columns: readonly string[],
  atOnce: number,
): AsyncGenerator<Stretch> {
  for (let from: StretchEnd | null = null; ;) {
    const sql = endOfStretch(table, columns, from);
    const ends: Ends = await reader.query(sql, [...(from ?? []), atOnce]);
    const to: StretchEnd | null = ends[0]?.key ?? null;
    yield { from, to };
    if (!to) return;
    from = to;
  }
}

const endOfStretch = (table: string, columns: readonly string[], from: StretchEnd | null) => `
  SELECT ARRAY[${columns.map((column) => `t.${column}::text`).join(', ')}] AS key FROM ${table} t
  WHERE ${from ? `${keyOf('t', columns)} > ${keyIn(columns, 1)}` : 'true'} AND NOT (${hasNoKey('t', columns)})
  ORDER BY ${columns.map((column) => `t.${column}`).join(', ')} OFFSET $${(from?.length ?? 0) + 1} LIMIT 1`;

/**
 * Which rows are in a stretch: a condition on the values of `boundsOf`, whose first is this parameter. In the last are also those without
 * a key, which no command writes.
 */
export function isWithin(alias: string, columns: readonly string[], { from, to }: Stretch, first = 1): string {
  const after = from ? `${keyOf(alias, columns)} >= ${keyIn(columns, first)}` : 'true';
  const before = `${keyOf(alias, columns)} < ${keyIn(columns, first + (from?.length ?? 0))}`;
  if (to) return `${after} AND ${before}`;
  return from ? `(${after} OR ${hasNoKey(alias, columns)})` : 'true';
}

export const boundsOf = ({ from, to }: Stretch): string[] => [...(from ?? []), ...(to ?? [])];

const keyOf = (alias: string, columns: readonly string[]) =>
  `(${columns.map((each) => `${alias}.${each}`).join(', ')})`;
const keyIn = (columns: readonly string[], first: number) =>
  `(${columns.map((_, at) => `$${first + at}::uuid`).join(', ')})`;
const hasNoKey = (alias: string, columns: readonly string[]) =>
  columns.map((column) => `${alias}.${column} IS NULL`).join(' OR ');

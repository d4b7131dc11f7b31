import type { PageRows } from '@patravali/contract-base';
import { z } from 'zod';
import { PLANNED_EACH_TIME } from '../driver';
import { decodeCursor, toPage } from './cursor';
import type { Parameters } from './parameters';
import type { Projection } from './projection';
import { type RowType, select, type SqlRunner } from './select';

/** What rows are ordered by: a column or an expression that an index has. */
interface KeyColumn {
  readonly column: string;
  readonly type: 'timestamptz' | 'date' | 'integer' | 'bigint' | 'uuid';
}

export interface KeyOrder extends KeyColumn {
  readonly direction: 'ASC' | 'DESC';
  /** The order among rows that are alike by the first column, in the same direction. */
  readonly then?: KeyColumn;
}

export interface KeyedList<Row extends RowType> {
  readonly projection: Projection<Row>;
  /** What stands after FROM. */
  readonly source: string;
  /** Conditions that all hold. */
  readonly where: readonly string[];
  readonly parameters: Parameters;
  /** The order of the list; two rows with the same key follow their ids. */
  readonly order: KeyOrder;
  /** The column of the row's own id. */
  readonly id: string;
  /**
   * Conditions. The rows for which the first holds come before those for which the second holds, and so on; then come all others.
   * Each part stands in the order of the list.
   */
  readonly first?: readonly string[];
  /** Its best plan depends on what is asked for. */
  readonly plannedEachTime?: boolean;
}

/** One page of a list, found by key and never by offset: one statement. */
export async function pageByKey<Row extends RowType>(
  database: SqlRunner,
  list: KeyedList<Row>,
  query: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<PageRows<z.output<Row>>> {
  const { projection, parameters, plannedEachTime = false } = list;
  const parts = partsOf(list, query.cursor);
  const limit = parameters.bind(query.limit + 1);
  const selected = parts.length === 1 ? partOf(list, parts[0], limit) : oneAfterTheOther(list, parts, limit);
  const sql = plannedEachTime ? PLANNED_EACH_TIME + selected : selected;
  const rows = await select(database, keyed(projection.row), sql, parameters.values);
  const listed = rows.map(({ keyOfRow, thenOfRow, idOfRow, partOfRow, ...row }) => ({
    row: row as z.output<Row>,
    key: thenOfRow === null ? [keyOfRow, idOfRow] : [keyOfRow, thenOfRow, idOfRow],
    part: partOfRow,
  }));
  const { items, next } = toPage(
    listed,
    query.limit,
    (each) => each,
    ({ key }) => key,
  );
  return {
    items: items.map(({ row }) => row),
    next: next !== null && list.first ? `${items.at(-1)?.part ?? 0}.${next}` : next,
  };
}

/** The parts of a list are numbered in their order. */
interface Part {
  readonly number: number;
  readonly conditions: readonly string[];
}

/** The parts of which the page is made: from the place on that the cursor names. */
function partsOf(
  { first = [], order, id, parameters }: Pick<KeyedList<RowType>, 'first' | 'order' | 'id' | 'parameters'>,
  cursor?: string,
): readonly [Part, ...Part[]] {
  const { begun, after } = placeOf(cursor, first.length);
  const part = (each: number): Part => ({
    number: each,
    conditions: [
      ...first.slice(0, each).map((earlier) => `NOT (${earlier})`),
      ...first.slice(each, each + 1).map((own) => `(${own})`),
      ...(each === begun ? afterKey(after, order, id, parameters) : []),
    ],
  });
  const later = Array.from({ length: first.length - begun }, (_, index) => part(begun + 1 + index));
  return [part(begun), ...later];
}

/** The cursor of a list in parts begins with the number of the part. What does not is none that `afterKey` takes. */
function placeOf(cursor: string | undefined, lastPart: number): { begun: number; after: string | undefined } {
  if (lastPart === 0 || cursor === undefined) return { begun: 0, after: cursor };
  const [number, after = ''] = cursor.split('.', 2);
  return { begun: Math.min(Number(number) || 0, lastPart), after };
}

/**
 * The key travels as PostgreSQL prints it, so that no microsecond is lost on the way. Plain columns cost PostgreSQL half of
 * what the same row costs as JSON.
 */
function partOf<Row extends RowType>(
  { projection, source, where, order, id }: KeyedList<Row>,
  { number, conditions }: Part,
  limit: string,
  more = '',
): string {
  return `SELECT ${projection.columns}, ${order.column}::text AS "keyOfRow", ${order.then?.column ?? 'NULL'}::text AS "thenOfRow",
       ${id} AS "idOfRow", ${number} AS "partOfRow"${more} FROM ${source}
     WHERE ${[...where, ...conditions].join(' AND ')}
     ORDER BY ${[...keyColumns(order), { column: id }].map(({ column }) => `${column} ${order.direction}`).join(', ')}
     LIMIT ${limit}`;
}

/** Each part is read along an index by itself, no further than the page is long. */
function oneAfterTheOther<Row extends RowType>(list: KeyedList<Row>, parts: readonly Part[], limit: string): string {
  const { projection, order } = list;
  const places = keyColumns(order).map(({ column }, index) => ({ column, name: `"placeOfRow${index}"` }));
  const more = places.map(({ column, name }) => `, ${column} AS ${name}`).join('');
  const names = [...Object.keys(projection.row.shape), ...Object.keys(KEY)].map((name) => `"${name}"`);
  const by = [...places.map(({ name }) => name), '"idOfRow"'].map((name) => `${name} ${order.direction}`);
  return `SELECT ${names.join(', ')} FROM (${parts.map((part) => `(${partOf(list, part, limit, more)})`).join(' UNION ALL ')}) listed
     ORDER BY "partOfRow", ${by.join(', ')} LIMIT ${limit}`;
}

const keyColumns = (order: KeyOrder): KeyColumn[] => (order.then ? [order, order.then] : [order]);

const KEY = { keyOfRow: z.string(), thenOfRow: z.string().nullable(), idOfRow: z.uuid(), partOfRow: z.int() };
const KEYED = new WeakMap<RowType, z.ZodObject<typeof KEY>>();

/** The row with its key. The compiler cannot add to a row that it does not know yet, so it is told only of the key. */
function keyed(row: RowType): z.ZodObject<typeof KEY> {
  let known = KEYED.get(row);
  if (!known) KEYED.set(row, (known = z.object({ ...row.shape, ...KEY })));
  return known;
}

/** The rows that come after the last one shown, as conditions. */
export function afterKey(cursor: string | undefined, order: KeyOrder, id: string, { bind }: Parameters): string[] {
  if (cursor === undefined) return [];
  const columns = [...keyColumns(order), { column: id, type: 'uuid' }];
  const key = decodeCursor(
    cursor,
    columns.map(() => 'string'),
  );
  const names = columns.map(({ column }) => column).join(', ');
  const values = columns.map(({ type }, index) => `${bind(key[index])}::${type}`).join(', ');
  return [`(${names}) ${order.direction === 'ASC' ? '>' : '<'} (${values})`];
}

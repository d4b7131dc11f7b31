import type { PageRows } from '@patravali/contract-base';
import { z } from 'zod';
import { decodeCursor, toPage } from './cursor';
import { PLANNED_EACH_TIME } from './driver';
import type { Parameters } from './queries/parameters';
import type { Projection } from './projection';
import { type RowType, select, type SqlRunner } from './select';

/** What rows are ordered by: a column or an expression that an index has. */
interface KeyColumn {
  readonly column: string;
  readonly type: 'timestamptz' | 'date' | 'integer' | 'uuid';
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
  /** Its best plan depends on what is asked for. */
  readonly plannedEachTime?: boolean;
}

/** One page of a list, found by key and never by offset: one statement. */
export async function pageByKey<Row extends RowType>(
  database: SqlRunner,
  { projection, source, where, parameters, order, id, plannedEachTime = false }: KeyedList<Row>,
  query: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<PageRows<z.output<Row>>> {
  const { bind } = parameters;
  const conditions = [...where, ...afterKey(query.cursor, order, id, parameters)];
  // The key travels as PostgreSQL prints it, so that no microsecond is lost on the way. Plain columns cost PostgreSQL half of
  // what the same row costs as JSON.
  const rows = await select(
    database,
    keyed(projection.row),
    `${plannedEachTime ? PLANNED_EACH_TIME : ''}SELECT ${projection.columns}, ${order.column}::text AS "keyOfRow", ${order.then?.column ?? 'NULL'}::text AS "thenOfRow",
       ${id} AS "idOfRow" FROM ${source}
     WHERE ${conditions.join(' AND ')}
     ORDER BY ${[...keyColumns(order), { column: id }].map(({ column }) => `${column} ${order.direction}`).join(', ')}
     LIMIT ${bind(query.limit + 1)}`,
    parameters.values,
  );
  const listed = rows.map(({ keyOfRow, thenOfRow, idOfRow, ...row }) => ({
    row: row as z.output<Row>,
    key: thenOfRow === null ? [keyOfRow, idOfRow] : [keyOfRow, thenOfRow, idOfRow],
  }));
  return toPage(
    listed,
    query.limit,
    ({ row }) => row,
    ({ key }) => key,
  );
}

const keyColumns = (order: KeyOrder): KeyColumn[] => (order.then ? [order, order.then] : [order]);

const KEY = { keyOfRow: z.string(), thenOfRow: z.string().nullable(), idOfRow: z.uuid() };
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

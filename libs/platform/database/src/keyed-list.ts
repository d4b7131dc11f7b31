import type { Parameters } from '@patravali/authorization';
import type { Page } from '@patravali/contract';
import { z } from 'zod';
import { decodeCursor, toPage } from './cursor';
import type { Projection } from './projection';
import { type RowType, select, type SqlRunner } from './select';

export interface KeyedList<Row extends RowType> {
  readonly projection: Projection<Row>;
  /** What stands after FROM. */
  readonly source: string;
  /** Conditions that all hold. */
  readonly where: readonly string[];
  readonly parameters: Parameters;
  /** The order of the list; two rows with the same key follow their ids. */
  readonly order: {
    readonly column: string;
    readonly type: 'timestamptz' | 'date' | 'integer';
    readonly direction: 'ASC' | 'DESC';
  };
  /** The column of the row's own id. */
  readonly id: string;
}

/** One page of a list, found by key and never by offset: one statement. */
export async function pageByKey<Row extends RowType>(
  database: SqlRunner,
  { projection, source, where, parameters, order, id }: KeyedList<Row>,
  query: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<z.output<Row>>> {
  const { bind } = parameters;
  const conditions = [...where, ...afterKey(query.cursor, order, id, parameters)];
  // The key travels as PostgreSQL prints it, so that no microsecond is lost on the way.
  const rows = await select(
    database,
    keyed(projection.row),
    `SELECT ${projection.json} AS item, ${order.column}::text AS key, ${id} AS id FROM ${source}
     WHERE ${conditions.join(' AND ')}
     ORDER BY ${order.column} ${order.direction}, ${id} ${order.direction} LIMIT ${bind(query.limit + 1)}`,
    parameters.values,
  );
  return toPage(
    rows,
    query.limit,
    (row) => row.item,
    (row) => [row.key, row.id],
  );
}

/** The compiler cannot see through `z.object` around a row that it does not know yet, so the type is told to it. */
function keyed<Row extends RowType>(item: Row) {
  const row: RowType = z.object({ item, key: z.string(), id: z.uuid() });
  return row as z.ZodObject<{ item: z.ZodType<z.output<Row>>; key: z.ZodString; id: z.ZodUUID }>;
}

/** The rows that come after the last one shown, as conditions. */
export function afterKey(
  cursor: string | undefined,
  { column, type, direction }: KeyedList<RowType>['order'],
  id: string,
  { bind }: Parameters,
): string[] {
  if (cursor === undefined) return [];
  const [key, lastId] = decodeCursor(cursor, ['string', 'string']);
  const after = direction === 'ASC' ? '>' : '<';
  return [`(${column}, ${id}) ${after} (${bind(key)}::${type}, ${bind(lastId)}::uuid)`];
}

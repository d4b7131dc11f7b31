import type { z } from 'zod';

/** What can run SQL: an `EntityManager`, a `DataSource`, a `Transaction`'s manager. */
export interface SqlRunner {
  query(sql: string, values?: unknown[]): Promise<unknown>;
}

/** The declaration of a statement's rows: names, types, null. */
export type RowType = z.ZodObject;

export type RowCheck = (row: RowType, rows: readonly unknown[], sql: string) => void;

let check: RowCheck | undefined;

/** Tests have every row of every statement held against its declaration; production runs without a check. */
export function checkRowsWith(rowCheck: RowCheck): void {
  check = rowCheck;
}

/**
 * Runs hand-written SQL and answers its rows as declared. An UPDATE or DELETE answers rows only with RETURNING.
 * @param row declares each column that the statement returns, and no other.
 */
export async function select<Row extends RowType>(
  database: SqlRunner,
  row: Row,
  sql: string,
  values: unknown[] = [],
): Promise<z.output<Row>[]> {
  const rows = rowsOf(await database.query(sql, values));
  check?.(row, rows, sql);
  return rows as z.output<Row>[];
}

/**
 * These ids as rows `wanted (id)`, for a statement that is asked of one thing as of many: the source, and the value of its placeholder.
 * One id is a statement of its own: for a list, whose length it does not know before, the database makes a plan each time.
 */
export function wantedIds(
  placeholder: string,
  ids: readonly string[],
): { readonly source: string; readonly value: unknown } {
  if (ids.length === 1) return { source: `(SELECT ${placeholder}::uuid AS id) wanted`, value: ids[0] };
  return { source: `unnest(${placeholder}::uuid[]) AS wanted (id)`, value: [...ids] };
}

/** TypeORM answers UPDATE and DELETE as `[rows, affected]`. */
function rowsOf(answer: unknown): unknown[] {
  if (!Array.isArray(answer)) return [];
  const isChange = answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === 'number';
  return isChange ? (answer[0] as unknown[]) : answer;
}

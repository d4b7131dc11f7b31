import { Instant } from '@patravali/contract-base';
import { z } from 'zod';
import type { RowType } from './select';

type Expressions<Row extends RowType> = { readonly [Name in keyof z.output<Row>]-?: string };

/** A row of the contract and the SQL expression of each of its fields. */
export interface Projection<Row extends RowType> {
  readonly row: Row;
  /** The select list: `f.id AS "id", …`. */
  readonly columns: string;
  /** The same row as one `json` value, for a row inside another. */
  readonly json: string;
  readonly expressions: Expressions<Row>;
  /** The projection with further fields. */
  with<More extends z.ZodRawShape>(
    fields: More,
    expressions: Expressions<z.ZodObject<More>>,
  ): Projection<z.ZodObject<Row['shape'] & More>>;
}

/**
 * Says once how a row is read: the compiler asks for an expression for every field, and tests hold the rows that
 * PostgreSQL answers against the fields. Instants leave as ISO 8601 in UTC with milliseconds, inside JSON as outside.
 */
export function projection<Row extends RowType>(row: Row, expressions: Expressions<Row>): Projection<Row> {
  const fields = Object.entries<string>(expressions);
  return {
    row,
    expressions,
    columns: fields.map(([name, sql]) => `${sql} AS "${name}"`).join(', '),
    json: `json_build_object(${fields.map(([name, sql]) => `'${name}', ${jsonValue(row.shape[name], sql)}`).join(', ')})`,
    with: (more, moreExpressions) =>
      projection(z.object({ ...row.shape, ...more }), { ...expressions, ...moreExpressions } as never),
  };
}

/** An instant as JSON text: `2026-11-24T10:00:00.123Z`. PostgreSQL's own form has microseconds and an offset. */
export function isoInstant(sql: string): string {
  return `to_char((${sql}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

function jsonValue(type: unknown, sql: string): string {
  const inner = type instanceof z.ZodNullable ? type.unwrap() : type;
  return inner === Instant ? isoInstant(sql) : sql;
}

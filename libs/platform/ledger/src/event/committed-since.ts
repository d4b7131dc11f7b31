import { EVENTS } from './event.entity';

/**
 * How much earlier than the last look a row may have been begun that is seen now for the first time: it got its id or its
 * time from the clock of another machine, and its COMMIT took its time.
 */
export const OVERLAP_MS = 2 * 60_000;
const OVERLAP = `INTERVAL '${OVERLAP_MS} milliseconds'`;

/** Placeholders of where a reader stands: the snapshot of its last look as text, and when that was. */
export interface PlaceInSql {
  readonly snapshot: string;
  readonly at: string;
}

/** What the database has committed as this statement sees it: the next look begins there. Columns of a select list. */
export const HERE = { snapshot: 'pg_current_snapshot()::text', at: 'clock_timestamp()::text' } as const;

/**
 * The events `e` that were committed since a place, each exactly once whatever the order in which they were committed: rows
 * that the statement sees and the last one did not. Writing them costs nothing more: PostgreSQL keeps with each row which
 * transaction wrote it. Only rows of the last minutes are looked at, along the primary key, which begins with the time.
 */
export function eventsSince({ snapshot, at }: PlaceInSql): { readonly source: string; readonly where: string } {
  return { source: `${EVENTS} e`, where: `e.id > ${firstIdAt(at)} AND ${isNew('e', snapshot)}` };
}

/** The same for the rows of another table that say when they were made, in an indexed column. */
export function rowsSince(alias: string, madeAt: string, { snapshot, at }: PlaceInSql): string {
  return `${madeAt} > ${at}::timestamptz - ${OVERLAP} AND ${isNew(alias, snapshot)}`;
}

/** The least UUID of version 7 that could have been made at that time, but for the overlap. */
const firstIdAt = (at: string): string =>
  `rpad(lpad(to_hex((extract(epoch FROM ${at}::timestamptz - ${OVERLAP}) * 1000)::bigint), 12, '0'), 32, '0')::uuid`;

/**
 * The row's transaction was not over at the snapshot. A snapshot that is ahead of the database is of another one, from which
 * this one was restored, and says nothing. A row knows the last 32 bits of its transaction's number: it is the latest such
 * number that this database has given. Nothing that is read so may be written inside a savepoint, which has a number of its own.
 * What does not depend on the row is asked in queries of its own, which the database answers once and not for each row; and
 * most rows are told by their age alone, for they are older than everything that was under way at the snapshot.
 */
function isNew(alias: string, snapshot: string): string {
  const then = `(SELECT ${snapshot}::pg_snapshot)`;
  const next = '(SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint)';
  const writtenBy = `(${next} - ((${next} - ${alias}.xmin::text::bigint) & 4294967295))::text::xid8`;
  const sinceAllWereOver = `(SELECT age(pg_snapshot_xmin(${snapshot}::pg_snapshot)::xid))`;
  return `((SELECT pg_snapshot_xmax(${snapshot}::pg_snapshot) > pg_snapshot_xmax(pg_current_snapshot()))
    OR (age(${alias}.xmin) <= ${sinceAllWereOver} AND NOT pg_visible_in_snapshot(${writtenBy}, ${then})))`;
}

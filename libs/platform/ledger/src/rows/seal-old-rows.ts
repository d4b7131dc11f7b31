import type { SubjectKind } from '../event/event.entity';
import { fileSealedRows, type Statements } from '../log/keeping/log-rows';
import { AS_SEALED, hashOfRow, nameOfRow, type SealedTable } from './sealed-tables';

/** Rows `t` of a table that belong to subjects, in SQL with $1, the organisation, and $2, the subjects. */
export interface RowsOfSubjects {
  readonly table: SealedTable;
  /** Of which subject's chain the event is that names them. */
  readonly subject: string;
  readonly condition: string;
}

export interface OldRows {
  readonly organisationId: string;
  readonly kind: SubjectKind;
  readonly ids: readonly string[];
  /** The last of an organisation: nothing is left to do, and it is written even if it names no row. */
  readonly isLast?: boolean;
}

/** Events whose lines are filed before. */
const AT_ONCE = 2_000;

/**
 * Names rows that no event names yet in one event of each subject.
 * @param database of one transaction, which has locked them.
 * @returns how many rows.
 */
export async function sealOldRows(
  database: Statements,
  parts: readonly RowsOfSubjects[],
  { organisationId, kind, ids, isLast = false }: OldRows,
): Promise<number> {
  if (ids.length === 0) return 0;
  // What has been named since, and waits, is found by its name then.
  await fileSealedRows(database, AT_ONCE);
  await database.query(AS_SEALED);
  const [sealed] = await database.query<{ rows: number }>(sealing(parts, isLast), [organisationId, [...ids], kind]);
  return sealed?.rows ?? 0;
}

const rowsOf = ({ table, subject, condition }: RowsOfSubjects) =>
  `SELECT ${subject} AS subject, ${nameOfRow(table)} AS name, encode(${hashOfRow(table)}, 'hex') AS hash
   FROM ${table.name} t WHERE ${condition}`;

const sealing = (parts: readonly RowsOfSubjects[], isLast: boolean) => `
  WITH old AS (
    SELECT subject, count(*) AS rows, string_agg(name || chr(9) || hash || chr(10), '' ORDER BY name) AS lines
    FROM (${parts.map(rowsOf).join(' UNION ALL ')}) r
    WHERE cardinality($2::uuid[]) > 0 AND NOT EXISTS (SELECT FROM sealed_row s WHERE s.name = r.name) GROUP BY subject
    ${isLast ? `UNION ALL SELECT $1::uuid, 0, ''` : ''}
  )
  SELECT COALESCE(sum(rows), 0)::integer AS rows, seal_old_rows($1, $3, array_agg(subject ORDER BY rows DESC),
    array_agg(lines ORDER BY rows DESC), ${isLast}) FROM old`;

/** Whether the rows from before events named rows are named in this organisation: then a row that no event names is wrong. */
export const ROWS_SEALED = `SELECT EXISTS (SELECT FROM event WHERE organisation_id = $1 AND subject_id = $1
  AND name = 'organisation.rows_sealed' AND data ? 'complete') AS sealed`;

/** The same of all organisations that have events of their own, and one of them. */
export const ALL_ROWS_SEALED = `
  SELECT min(office::text) AS "organisationId", COALESCE(bool_and(EXISTS (SELECT FROM event e WHERE e.organisation_id = office
    AND e.subject_id = office AND e.name = 'organisation.rows_sealed' AND e.data ? 'complete')), false) AS sealed
  FROM (SELECT DISTINCT subject_id AS office FROM event WHERE subject_kind = 'organisation') offices`;

import type { Subjects } from '../event/subjects';
import { type EventPlace, LINES, type Statements, TEXT_OF_LINES } from '../log/keeping/log-rows';
import { hashOfRow, LAST_LINE, nameOfRow, rowOfName, type SealedTable } from './sealed-tables';

/** Its text is another, it is gone, or no event tells of it. */
export type RowFault = 'changed' | 'missing' | 'unrecorded';

export interface WrongRow {
  /** Table and key: `movement 0190…`. */
  readonly name: string;
  readonly fault: RowFault;
  /** The event that named it last. */
  readonly event: EventPlace | null;
}

/** An event whose lines are not those that it bears the hash of. */
export type WrongLines = EventPlace;

export interface RowsReport {
  readonly rows: number;
  /** Rows from before there were lines, which no event names yet. */
  readonly unsealed: number;
  readonly wrong: readonly WrongRow[];
  readonly wrongLines: readonly WrongLines[];
}

/** Rows of some subjects, and what their events name. */
export interface SomeRows extends Subjects {
  /** Which rows `t` of a table belong to them: a condition on $1, the organisation, and $2, the subjects. */
  readonly rowsOf: (table: SealedTable) => string;
}

interface Found {
  readonly rows: number;
  readonly unrecorded: number;
  readonly wrong: readonly WrongRow[];
}

/** So many of one statement are named. */
const MOST_NAMED = 100;

/**
 * Holds every row of the record against the line that named it last, and the lines against their events. Changes nothing.
 * @param reader whose times and bytes become text as `AS_SEALED` says.
 * @param isSealed whether the rows from before there were lines have been named since: from then on a row that no line names is wrong.
 * @param only some, instead of all.
 */
export async function checkRows(
  reader: Statements,
  tables: readonly SealedTable[],
  { isSealed, only }: { readonly isSealed: boolean; readonly only?: SomeRows },
): Promise<RowsReport> {
  const values = only ? [only.organisationId, [...only.subjectIds]] : [];
  const wrongLines = await reader.query<WrongLines>(only ? WRONG_LINES_OF_THESE : WRONG_LINES, values);
  let [rows, unsealed] = [0, 0];
  const wrong: WrongRow[] = [];
  // Of all rows a table at a time: each statement takes its time. Of some all at once, since somebody waits.
  const statements = only
    ? [tables.map((table) => someRows(table, only.rowsOf(table))).join(' UNION ALL ')]
    : tables.map(allRows);
  for (const pairs of statements.filter((sql) => sql !== '')) {
    const [found] = await reader.query<Found>(report(pairs, only && LINES_OF_THESE), values);
    rows += found?.rows ?? 0;
    if (!isSealed) unsealed += found?.unrecorded ?? 0;
    wrong.push(...(found?.wrong ?? []).filter(({ fault }) => isSealed || fault !== 'unrecorded'));
  }
  return { rows, unsealed, wrong, wrongLines };
}

/** The rows that are there and what was said of them last: pairs of hashes, by name. */
const allRows = (table: SealedTable) => `
  SELECT COALESCE(there.name, said.name) AS name, there.name IS NOT NULL AS is_there, there.hash, said.name IS NOT NULL AS is_said,
    said.hash AS said, said.event_id
  FROM (SELECT ${nameOfRow(table)} AS name, ${hashOfRow(table)} AS hash FROM ${table.name} t) there
  FULL JOIN (SELECT DISTINCT ON (name) name, hash, event_id FROM ${LINES} l WHERE ${isOf(table)} ORDER BY name, place DESC) said
    ON there.name = said.name`;

/** A row that events of these subjects name may belong to others, or is gone: it is looked up by its key. */
const someRows = (table: SealedTable, condition: string) => `
  SELECT names.name, there.hash IS NOT NULL AS is_there, there.hash, said.event_id IS NOT NULL AS is_said, said.hash AS said, said.event_id
  FROM (
    SELECT ${nameOfRow(table)} AS name FROM ${table.name} t WHERE ${condition}
    UNION SELECT name FROM lines WHERE ${isOf(table)}
  ) names
  LEFT JOIN LATERAL ${rowOfName(table, `${hashOfRow(table)} AS hash`)} there ON true
  LEFT JOIN LATERAL ${LAST_LINE} said ON true`;

/** The rows that events of these subjects name, looked up once for all tables. */
const LINES_OF_THESE = `lines AS MATERIALIZED (SELECT name FROM ${LINES} l WHERE event_id IN (
  SELECT id FROM event WHERE organisation_id = $1 AND subject_id = ANY ($2::uuid[]))),`;
const isOf = ({ name }: SealedTable) => `name >= '${name} ' AND name < '${name}!'`;

const report = (pairs: string, before = '') => `
  WITH ${before} pairs AS MATERIALIZED (${pairs}),
  found AS (SELECT name, event_id, CASE WHEN NOT is_said THEN 'unrecorded' WHEN NOT is_there THEN 'missing' ELSE 'changed' END AS fault
    FROM pairs WHERE hash IS DISTINCT FROM said OR is_there AND NOT is_said)
  SELECT (SELECT count(*) FROM pairs WHERE is_there)::integer AS rows,
    (SELECT count(*) FROM found WHERE fault = 'unrecorded')::integer AS unrecorded,
    COALESCE((SELECT json_agg(json_build_object('name', f.name, 'fault', f.fault, 'event', ${EVENT_OF_LINE}) ORDER BY f.name)
      FROM (SELECT * FROM found ORDER BY name LIMIT ${MOST_NAMED}) f), '[]') AS wrong`;

const EVENT_OF_LINE = `(SELECT json_build_object('subjectKind', e.subject_kind, 'subjectId', e.subject_id, 'sequence', e.sequence)
  FROM event e WHERE e.id = f.event_id)`;

const HASH_OF_LINES = `sha256(convert_to(${TEXT_OF_LINES}, 'UTF8'))`;
const PLACE = 'e.subject_kind AS "subjectKind", e.subject_id AS "subjectId", e.sequence';

/** Also lines that belong to no event. */
const WRONG_LINES = `SELECT ${PLACE}
  FROM event e FULL JOIN (SELECT event_id, ${HASH_OF_LINES} AS hash FROM ${LINES} r GROUP BY event_id) l ON l.event_id = e.id
  WHERE e.rows_hash IS DISTINCT FROM l.hash ORDER BY e.subject_id, e.sequence LIMIT ${MOST_NAMED}`;
const WRONG_LINES_OF_THESE = `SELECT ${PLACE}
  FROM event e LEFT JOIN LATERAL (SELECT ${HASH_OF_LINES} AS hash FROM ${LINES} l WHERE l.event_id = e.id) l ON true
  WHERE e.organisation_id = $1 AND e.subject_id = ANY ($2::uuid[]) AND e.rows_hash IS DISTINCT FROM l.hash
  ORDER BY e.subject_id, e.sequence LIMIT ${MOST_NAMED}`;

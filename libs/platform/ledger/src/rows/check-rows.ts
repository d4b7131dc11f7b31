import type { Subjects } from '../event/subjects';
import { type EventPlace, LINES, LINES_THAT_WAIT, type Statements, TEXT_OF_LINES } from '../log/keeping/log-rows';
import { hashOfRow, nameOfRow, rowOfName, type SealedTable } from './sealed-tables';

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
  const statements = only && tables.length > 0 ? [someRows(tables, only)] : tables.map(allRows);
  for (const pairs of statements) {
    const [found] = await reader.query<Found>(report(pairs), values);
    rows += found?.rows ?? 0;
    if (!isSealed) unsealed += found?.unrecorded ?? 0;
    wrong.push(...(found?.wrong ?? []).filter(({ fault }) => isSealed || fault !== 'unrecorded'));
  }
  return { rows, unsealed, wrong, wrongLines };
}

/** The rows that are there and what was said of them last: pairs of hashes, by name. */
const allRows = (table: SealedTable) => `
  pairs AS MATERIALIZED (
    SELECT COALESCE(there.name, said.name) AS name, there.name IS NOT NULL AS is_there, there.hash, said.name IS NOT NULL AS is_said,
      said.hash AS said, said.event_id
    FROM (SELECT ${nameOfRow(table)} AS name, ${hashOfRow(table)} AS hash FROM ${table.name} t) there
    FULL JOIN (SELECT DISTINCT ON (name) name, hash, event_id FROM ${LINES} l WHERE ${isOf(table)} ORDER BY name, place DESC) said
      ON there.name = said.name)`;

/**
 * The same of the rows that belong to these subjects, and of those that their events name besides: such a row belongs to others, or is
 * gone, and is looked up by its key. However many lines the office has, those of these events and rows alone are read, along an index;
 * the lines that wait to be filed have none, and are read once.
 */
function someRows(tables: readonly SealedTable[], { rowsOf }: SomeRows): string {
  const own = tables.map(
    (table) =>
      `SELECT ${nameOfRow(table)} AS name, ${hashOfRow(table)} AS hash FROM ${table.name} t WHERE ${rowsOf(table)}`,
  );
  const ofOthers = tables.map(
    (table) => `SELECT names.name, there.hash FROM (SELECT name FROM named_besides WHERE ${isOf(table)}) names
      LEFT JOIN LATERAL ${rowOfName(table, `${hashOfRow(table)} AS hash`)} there ON true`,
  );
  return `
  waiting AS MATERIALIZED (${LINES_THAT_WAIT}),
  own AS MATERIALIZED (${own.join(' UNION ALL ')}),
  named_besides AS MATERIALIZED (
    (SELECT name FROM sealed_row WHERE event_id = ANY (${EVENTS_OF_THESE})
      UNION SELECT name FROM waiting WHERE event_id = ANY (${EVENTS_OF_THESE}))
    EXCEPT SELECT name FROM own),
  pairs AS MATERIALIZED (
    SELECT there.name, there.hash IS NOT NULL AS is_there, there.hash, COALESCE(filed.event_id, waits.event_id) IS NOT NULL AS is_said,
      CASE WHEN filed.event_id IS NULL THEN waits.hash ELSE filed.hash END AS said, COALESCE(filed.event_id, waits.event_id) AS event_id
    FROM (SELECT name, hash FROM own UNION ALL ${ofOthers.join(' UNION ALL ')}) there
    LEFT JOIN (SELECT DISTINCT ON (name) name, place, hash, event_id FROM waiting ORDER BY name, place DESC) waits
      ON waits.name = there.name
    LEFT JOIN LATERAL (SELECT hash, event_id FROM sealed_row l
      WHERE l.name = there.name AND (waits.place IS NULL OR l.place > waits.place) ORDER BY place DESC LIMIT 1) filed ON true)`;
}

const EVENTS_OF_THESE = 'ARRAY (SELECT id FROM event WHERE organisation_id = $1 AND subject_id = ANY ($2::uuid[]))';
const isOf = ({ name }: SealedTable) => `name >= '${name} ' AND name < '${name}!'`;

const report = (pairs: string) => `
  WITH ${pairs},
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

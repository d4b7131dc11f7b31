import type { Subjects } from '../event/subjects';
import { type EventPlace, LINES, LINES_THAT_WAIT, type Statements, TEXT_OF_LINES } from '../log/keeping/log-rows';
import { hashOfRow, idsOf, nameOfRow, quickHashOfRow, rowOfName, type SealedTable } from './sealed-tables';
import { boundsOf, isWithin, type Stretch, stretchesOf } from './stretches';

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
  /** Which rows `t` of a table belong to them: a condition on $1, the organisation, and $2, the subjects; null: none do. */
  readonly rowsOf: (table: SealedTable) => string | null;
}

interface Found {
  readonly rows: number;
  readonly unrecorded: number;
  readonly wrong: readonly WrongRow[];
}

/** So many of one table are named, and so many events; of some rows so many together. */
const MOST_NAMED = 100;
/** So few that what asks beside it comes to its turn soon. */
const AT_ONCE = 4_000;

/** What is held against each other. */
interface Question {
  /** Whether the rows from before there were lines have been named since: from then on a row that no line names is wrong. */
  readonly isSealed: boolean;
  /** Some, instead of all. */
  readonly only?: SomeRows;
  /** Of all, so many in one statement. */
  readonly atOnce?: number;
}

/**
 * Holds every row of the record against the line that named it last, and the lines against their events. Changes nothing.
 * @param reader whose times and bytes become text as `AS_SEALED` says.
 */
export async function checkRows(
  reader: Statements,
  tables: readonly SealedTable[],
  { isSealed, only, atOnce = AT_ONCE }: Question,
): Promise<RowsReport> {
  const wrongLines: WrongLines[] = [];
  for await (const { sql, values } of only ? [linesOfThese(only)] : allLines(reader, atOnce))
    wrongLines.push(...(await reader.query<WrongLines>(sql, values)));
  let [rows, unsealed] = [0, 0];
  const wrong: WrongRow[] = [];
  for await (const { pairs, values } of only ? someRows(tables, only) : allRows(reader, tables, atOnce)) {
    const ask = async (hash: HashOfRow) =>
      (await reader.query<Found>(report(pairs(hash), isSealed), values))[0] ?? NOTHING_FOUND;
    const quick = await ask(quickHashOfRow);
    const found = quick.wrong.length === 0 ? quick : await ask(hashOfRow);
    rows += found.rows;
    if (!isSealed) unsealed += found.unrecorded;
    wrong.push(...byName(found.wrong).slice(0, MOST_NAMED));
  }
  return { rows, unsealed, wrong: firstOfEachTable(wrong), wrongLines: wrongLines.slice(0, MOST_NAMED) };
}

const firstOfEachTable = (wrong: readonly WrongRow[]): WrongRow[] =>
  [...Map.groupBy(wrong, ({ name }) => name.split(' ')[0]).values()].flatMap((rows) => rows.slice(0, MOST_NAMED));

const NOTHING_FOUND: Found = { rows: 0, unrecorded: 0, wrong: [] };

interface Statement {
  readonly sql: string;
  readonly values: unknown[];
}

type HashOfRow = (table: SealedTable) => string;

/** Rows that are there and what was said of them last: pairs of hashes, by name. */
interface Pairs {
  readonly pairs: (hash: HashOfRow) => string;
  readonly values: unknown[];
}

/** Of all tables, a stretch at a time. */
async function* allRows(reader: Statements, tables: readonly SealedTable[], atOnce: number): AsyncGenerator<Pairs> {
  for (const table of tables)
    for await (const stretch of stretchesOf(reader, table.name, idsOf(table), atOnce)) {
      const values = [...boundsOf(stretch), ...namesWithin(table, stretch)];
      yield { pairs: (hash) => pairsIn(table, stretch, hash), values };
    }
}

function pairsIn(table: SealedTable, stretch: Stretch, hash: HashOfRow): string {
  const [first, last] = [1, 2].map((at) => `$${boundsOf(stretch).length + at}`);
  return `
  pairs AS (
    SELECT COALESCE(there.name, said.name) AS name, there.name IS NOT NULL AS is_there, there.hash, said.name IS NOT NULL AS is_said,
      said.hash AS said, said.event_id
    FROM (SELECT ${nameOfRow(table)} AS name, ${hash(table)} AS hash FROM ${table.name} t
      WHERE ${isWithin('t', idsOf(table), stretch)}) there
    FULL JOIN (SELECT DISTINCT ON (name) name, hash, event_id FROM ${LINES} l
      WHERE name >= ${first} AND name < ${last} ORDER BY name, place DESC) said ON there.name = said.name)`;
}

/** Names begin with these, and so are in the order of keys. */
function namesWithin({ name }: SealedTable, { from, to }: Stretch): readonly [first: string, last: string] {
  return [`${name} ${from?.join(' ') ?? ''}`, to ? `${name} ${to.join(' ')}` : `${name}!`];
}

/**
 * Of the rows that belong to these subjects, and of those that their events name besides: such a row belongs to others, or is
 * gone, and is looked up by its key. However many lines the office has, those of these events and rows alone are read, along an index;
 * the lines that wait to be filed have none, and are read once.
 */
function someRows(tables: readonly SealedTable[], only: SomeRows): readonly Pairs[] {
  const values = [only.organisationId, [...only.subjectIds]];
  return tables.length === 0 ? [] : [{ pairs: (hash) => pairsOfThese(tables, only, hash), values }];
}

function pairsOfThese(tables: readonly SealedTable[], { rowsOf }: SomeRows, hash: HashOfRow): string {
  const own = tables.flatMap((table) => {
    const which = rowsOf(table);
    const pair = `SELECT ${nameOfRow(table)} AS name, ${hash(table)} AS hash FROM ${table.name} t WHERE ${which}`;
    return which === null ? [] : [pair];
  });
  const ofOthers = tables.map(
    (table) => `SELECT names.name, there.hash FROM (SELECT name FROM named_besides WHERE ${isOf(table)}) names
      LEFT JOIN LATERAL ${rowOfName(table, `${hash(table)} AS hash`)} there ON true`,
  );
  return `
  waiting AS MATERIALIZED (${LINES_THAT_WAIT}),
  own AS MATERIALIZED (${own.join(' UNION ALL ') || NO_PAIRS}),
  named_besides AS MATERIALIZED (
    (SELECT name FROM sealed_row WHERE event_id = ANY (${EVENTS_OF_THESE})
      UNION SELECT name FROM waiting WHERE event_id = ANY (${EVENTS_OF_THESE}))
    EXCEPT SELECT name FROM own),
  pairs AS (
    SELECT there.name, there.hash IS NOT NULL AS is_there, there.hash, COALESCE(filed.event_id, waits.event_id) IS NOT NULL AS is_said,
      CASE WHEN filed.event_id IS NULL THEN waits.hash ELSE filed.hash END AS said, COALESCE(filed.event_id, waits.event_id) AS event_id
    FROM (SELECT name, hash FROM own UNION ALL ${ofOthers.join(' UNION ALL ')}) there
    LEFT JOIN (SELECT DISTINCT ON (name) name, place, hash, event_id FROM waiting ORDER BY name, place DESC) waits
      ON waits.name = there.name
    LEFT JOIN LATERAL (SELECT hash, event_id FROM sealed_row l
      WHERE l.name = there.name AND (waits.place IS NULL OR l.place > waits.place) ORDER BY place DESC LIMIT 1) filed ON true)`;
}

const NO_PAIRS = `SELECT '' COLLATE "C" AS name, ''::bytea AS hash WHERE false`;
const EVENTS_OF_THESE = 'ARRAY (SELECT id FROM event WHERE organisation_id = $1 AND subject_id = ANY ($2::uuid[]))';
const isOf = ({ name }: SealedTable) => `name >= '${name} ' AND name < '${name}!'`;

/** A row from before there were lines is wrong once all of these have been named. */
const report = (pairs: string, isSealed: boolean) => `
  WITH ${pairs}
  SELECT count(*) FILTER (WHERE is_there)::integer AS rows, count(*) FILTER (WHERE is_there AND NOT is_said)::integer AS unrecorded,
    COALESCE(json_agg(json_build_object('name', name, 'event', ${EVENT_OF_LINE},
      'fault', CASE WHEN NOT is_said THEN 'unrecorded' WHEN NOT is_there THEN 'missing' ELSE 'changed' END))
      FILTER (WHERE ${isSealed ? '(NOT is_said OR hash IS DISTINCT FROM said)' : 'is_said AND hash IS DISTINCT FROM said'}), '[]') AS wrong
  FROM pairs f`;

const EVENT_OF_LINE = `(SELECT json_build_object('subjectKind', e.subject_kind, 'subjectId', e.subject_id, 'sequence', e.sequence)
  FROM event e WHERE e.id = f.event_id)`;

const byName = (rows: readonly WrongRow[]) => rows.toSorted((a, b) => (a.name < b.name ? -1 : 1));

const HASH_OF_LINES = `sha256(convert_to(${TEXT_OF_LINES}, 'UTF8'))`;
const PLACE = 'e.subject_kind AS "subjectKind", e.subject_id AS "subjectId", e.sequence';

/** Also lines that belong to no event. */
async function* allLines(reader: Statements, atOnce: number): AsyncGenerator<Statement> {
  const id = ['id'];
  const eventId = ['event_id'];
  for await (const stretch of stretchesOf(reader, 'event', id, atOnce)) {
    const sql = `SELECT ${PLACE}
      FROM (SELECT * FROM event e WHERE ${isWithin('e', id, stretch)}) e
      FULL JOIN (SELECT event_id, ${HASH_OF_LINES} AS hash FROM ${LINES} l WHERE ${isWithin('l', eventId, stretch)} GROUP BY event_id) l
        ON l.event_id = e.id
      WHERE e.rows_hash IS DISTINCT FROM l.hash ORDER BY e.subject_id, e.sequence LIMIT ${MOST_NAMED}`;
    yield { sql, values: boundsOf(stretch) };
  }
}

const linesOfThese = ({ organisationId, subjectIds }: Subjects): Statement => ({
  sql: `SELECT ${PLACE}
    FROM (SELECT * FROM event WHERE organisation_id = $1 AND subject_id = ANY ($2::uuid[])) e
    FULL JOIN (SELECT event_id, ${HASH_OF_LINES} AS hash FROM ${LINES} l
      WHERE event_id = ANY (${EVENTS_OF_THESE}) GROUP BY event_id) l ON l.event_id = e.id
    WHERE e.rows_hash IS DISTINCT FROM l.hash
    ORDER BY e.subject_id, e.sequence LIMIT ${MOST_NAMED}`,
  values: [organisationId, [...subjectIds]],
});

import type { DataSource, EntityManager } from 'typeorm';
import type { SubjectKind } from '../../event/event.entity';
import type { Subjects } from '../../event/subjects';
import type { LogFault } from './log-fault';

/** Entries that are handed to the database at once. */
const TAKEN_AT_ONCE = 2_000;

/** Of a connection, what statements are given with. */
export interface Statements {
  query<Row>(sql: string, values?: unknown[]): Promise<Row[]>;
}

/** What of the database a sequencer needs. */
export interface LogDatabase extends Statements {
  transaction<T>(work: (tx: Statements) => Promise<T>): Promise<T>;
}

/** The database of an office. Not by its commands' transactions, which ask nothing of the store. */
export const logDatabase = (dataSource: DataSource): LogDatabase => ({
  ...statementsOf(dataSource),
  transaction: async (work) => await dataSource.transaction((manager) => work(statementsOf(manager))),
});

const statementsOf = (connection: Pick<DataSource, 'query'> | Pick<EntityManager, 'query'>): Statements => ({
  query: async <Row>(sql: string, values: unknown[] = []) => await connection.query<Row[]>(sql, values),
});

/** What was published last, as the database knows it. */
export interface Published {
  readonly size: number;
  readonly root: Buffer;
  readonly fault: LogFault | null;
}

export interface KeyRow {
  /** In its written form. */
  readonly written: string;
  /** The size of the smallest checkpoint that this key signs; the next one's ends its turn. */
  readonly signsFrom: number;
}

export interface EntryRow {
  readonly index: number;
  /** Null: of an event that is not there. */
  readonly text: string | null;
  readonly leafHash: Buffer;
  /** Of an event; else it is of the log itself, or its event is lost. */
  readonly hasEvent: boolean;
}

const PUBLISHED = 'SELECT size::float8 AS size, root, fault FROM published_log';

export async function publishedLog(database: Statements): Promise<Published> {
  const [row] = await database.query<Published>(PUBLISHED);
  if (!row) throw new Error('The database does not know what it published');
  return row;
}

/** Taken until the transaction ends, by one at a time; null while another has it. */
export async function takeLog(tx: Statements): Promise<Published | null> {
  const [row] = await tx.query<Published>(`${PUBLISHED} FOR UPDATE SKIP LOCKED`);
  return row ?? null;
}

export async function notePublished(tx: Statements, size: number, root: Buffer): Promise<void> {
  await tx.query(
    `UPDATE published_log SET size = $1, root = $2, fault = NULL,
       published_at = CASE WHEN size = $1 THEN published_at ELSE office_now() END`,
    [size, root],
  );
}

export async function noteFault(database: Statements, fault: LogFault): Promise<void> {
  await database.query('UPDATE published_log SET fault = $1 WHERE fault IS DISTINCT FROM $1', [fault]);
}

/** What waits for the sequencer. */
export interface Due {
  /** Readings that become events. */
  readonly readings: boolean;
  /** Lines of rows. */
  readonly rows: boolean;
  /** Events, or entries that are not published. */
  readonly log: boolean;
}

export async function whatIsDue(database: Statements): Promise<Due> {
  const [row] = await database.query<Due>(`
    SELECT EXISTS (SELECT FROM item_reading WHERE NOT recorded) AS readings,
      EXISTS (SELECT FROM sealed_row_waiting) AS rows, EXISTS (SELECT FROM log_waiting)
      OR (SELECT COALESCE(max(index) + 1, 0) FROM log_entry) <> (SELECT size FROM published_log) AS log`);
  return row ?? { readings: false, rows: false, log: false };
}

export async function countEntries(database: Statements): Promise<number> {
  const [row] = await database.query<{ entries: number }>(
    'SELECT COALESCE(max(index) + 1, 0)::float8 AS entries FROM log_entry',
  );
  return row?.entries ?? 0;
}

/** An event, as people find it. */
export interface EventPlace {
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  readonly sequence: number;
}

/**
 * Events that are neither in the log nor wait for it: how many, and the first of the subject that comes first.
 * @param only those of these subjects, instead of all.
 */
export async function unloggedEvents(
  database: Statements,
  only?: Subjects,
): Promise<{ count: number; first: EventPlace | null }> {
  const [row] = await database.query<EventPlace & { count: number }>(
    `SELECT subject_kind AS "subjectKind", subject_id AS "subjectId", sequence, count(*) OVER ()::float8 AS count FROM event e
     WHERE NOT EXISTS (SELECT FROM log_entry l WHERE l.event_id = e.id)
       AND NOT EXISTS (SELECT FROM log_waiting w WHERE w.event_id = e.id)
       ${only ? 'AND e.organisation_id = $1 AND e.subject_id = ANY ($2::uuid[])' : ''}
     ORDER BY organisation_id, subject_id, sequence LIMIT 1`,
    only ? [only.organisationId, [...only.subjectIds]] : [],
  );
  if (!row) return { count: 0, first: null };
  const { count, ...first } = row;
  return { count, first };
}

/** Gives the events that have waited longest the next places in the log. @returns how many. */
export async function logEvents(tx: Statements, atMost: number): Promise<number> {
  const [row] = await tx.query<{ logged: number }>('SELECT log_events($1) AS logged', [atMost]);
  return row?.logged ?? 0;
}

export async function keysOfLog(database: Statements): Promise<KeyRow[]> {
  return await database.query<KeyRow>('SELECT written, signs_from::float8 AS "signsFrom" FROM log_key ORDER BY number');
}

/** @param entry of a key after the first, which the one before it has signed. */
export async function beginKey(tx: Statements, written: string, entry: string | null): Promise<void> {
  await tx.query('SELECT log_key_begins($1, $2)', [written, entry]);
}

/** Gives entries that have been written already the next places: those that the store still holds, or of the log itself. */
export async function takeEntries(tx: Statements, entries: readonly string[]): Promise<void> {
  for (let at = 0; at < entries.length; at += TAKEN_AT_ONCE)
    await tx.query('SELECT log_takes($1)', [entries.slice(at, at + TAKEN_AT_ONCE)]);
}

/** The entries of these events, as the database has them, by the ids of those that are there. */
export async function entriesOfEvents(database: Statements, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await database.query<{ id: string; text: string }>(
    'SELECT id, log_entry_text(e) AS text FROM event e WHERE id = ANY ($1::uuid[])',
    [[...ids]],
  );
  return new Map(rows.map(({ id, text }) => [id, text]));
}

export interface OwnRow {
  readonly index: number;
  readonly text: string;
}

/** The entries of the log itself, in a log of this size. */
export async function ownEntries(database: Statements, size = Number.MAX_SAFE_INTEGER): Promise<OwnRow[]> {
  return await database.query<OwnRow>(
    `SELECT index::float8 AS index, text FROM log_entry
     WHERE event_id IS NULL AND index < $1 AND text NOT LIKE 'patravali entry %' ORDER BY index`,
    [size],
  );
}

/** The entries of events of these subjects that the database has no more. */
export async function lostEntries(database: Statements, subjectIds: readonly string[]): Promise<OwnRow[]> {
  return await database.query<OwnRow>(
    `SELECT index::float8 AS index, text FROM log_entry
     WHERE event_id IS NULL AND text LIKE 'patravali entry %'
       AND substring(text FROM '\\nsubject [a-z]+ ([0-9a-f-]{36})\\n') = ANY ($1::text[]) ORDER BY index`,
    [[...subjectIds]],
  );
}

export async function organisationsWithEvents(database: Statements): Promise<string[]> {
  const rows = await database.query<{ id: string }>('SELECT DISTINCT organisation_id AS id FROM event ORDER BY 1');
  return rows.map(({ id }) => id);
}

/** The entries from one place to before another, in order. */
export async function entriesBetween(database: Statements, from: number, to: number): Promise<EntryRow[]> {
  return await database.query<EntryRow>(
    `SELECT l.index::float8 AS index, COALESCE(l.text, log_entry_text(e)) AS text, l.leaf_hash AS "leafHash",
       l.event_id IS NOT NULL AS "hasEvent"
     FROM log_entry l LEFT JOIN event e ON e.id = l.event_id
     WHERE l.index >= $1 AND l.index < $2 ORDER BY l.index`,
    [from, to],
  );
}

/** The entry of the event whose id this expression gives, joined as `l`; none while it waits. */
export const joinEntryOf = (eventId: string): string => `LEFT JOIN log_entry l ON l.event_id = ${eventId}`;

/** Files the lines of the events that have waited longest. @returns of how many. */
export async function fileSealedRows(database: Statements, atMost: number): Promise<number> {
  const [row] = await database.query<{ filed: number }>('SELECT file_sealed_rows($1) AS filed', [atMost]);
  return row?.filed ?? 0;
}

/** The lines that wait to be filed. */
export const LINES_THAT_WAIT = linesThatWait('');

/** All lines of rows, those that wait to be filed too: what stands after FROM. */
export const LINES = `(SELECT place, event_id, name, hash FROM sealed_row UNION ALL ${LINES_THAT_WAIT})`;

/** The lines of the row whose name this expression gives. */
export const linesOf = (name: string): string =>
  `(SELECT place, event_id, hash FROM sealed_row WHERE name = ${name} UNION ALL
    SELECT place, event_id, hash FROM (${linesThatWait(`WHERE strpos(w.lines, ${name}) > 0`)}) w WHERE name = ${name})`;

function linesThatWait(condition: string): string {
  return `SELECT w.place, w.event_id, substring(line FROM '^\\S+ \\S+ (.*)$') COLLATE "C" AS name,
      decode(NULLIF(split_part(line, ' ', 2), '-'), 'hex') AS hash
    FROM sealed_row_waiting w, string_to_table(rtrim(w.lines, chr(10)), chr(10)) line ${condition}`;
}

/** The lines of rows together, as the event bears their hash: an aggregate over lines. */
export const TEXT_OF_LINES = `string_agg(place || ' ' || COALESCE(encode(hash, 'hex'), '-') || ' ' || name || chr(10), '' ORDER BY name)`;

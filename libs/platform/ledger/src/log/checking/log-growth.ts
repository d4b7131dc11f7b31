import type { SubjectsOfKind } from '../../event/subjects';
import type { Statements } from '../keeping/log-rows';

/** How far a log was found right: its first so many entries, and the root of their tree in hexadecimal digits. */
export interface LogPlace {
  readonly entries: number;
  readonly root: string;
}

/** Subjects that are looked at together: so few that no statement takes long. */
const AT_ONCE = 1_000;

const GROWN = `
  SELECT organisation_id AS "organisationId", subject_kind AS "subjectKind", json_agg(DISTINCT subject_id) AS "subjectIds"
  FROM event WHERE id IN (SELECT event_id FROM log_entry WHERE index >= $1 UNION ALL SELECT event_id FROM log_waiting)
  GROUP BY organisation_id, subject_kind ORDER BY organisation_id, subject_kind`;

/** The subjects that have got events since the log had so many entries, whether or not these are logged by now: some at a time. */
export async function subjectsGrownSince(database: Statements, entries: number): Promise<SubjectsOfKind[]> {
  const grown = await database.query<SubjectsOfKind>(GROWN, [entries]);
  return grown.flatMap(({ subjectIds, ...others }) =>
    Array.from({ length: Math.ceil(subjectIds.length / AT_ONCE) }, (_, at) => ({
      ...others,
      subjectIds: subjectIds.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
    })),
  );
}

/** What no checkpoint covers yet. */
export interface LogTail {
  /** What the last checkpoint covers. */
  readonly entries: number;
  /** Of how long ago the first event is that it does not cover; 0 where it covers all. */
  readonly seconds: number;
}

/** How many seconds ago the first event happened that no checkpoint covers, for a statement that reads `published_log p`; 0: none. */
export const UNCOVERED_SECONDS = `GREATEST(0, ceil(extract(epoch FROM office_now() - (
  SELECT min(e.at) FROM event e WHERE e.id IN (
    SELECT event_id FROM log_entry WHERE index >= p.size UNION ALL SELECT event_id FROM log_waiting)))))::float8`;

const TAIL = `SELECT p.size::float8 AS entries, ${UNCOVERED_SECONDS} AS seconds FROM published_log p`;

export async function tailOfLog(database: Statements): Promise<LogTail> {
  const [tail] = await database.query<LogTail>(TAIL);
  return tail ?? { entries: 0, seconds: 0 };
}

import { askAhead, inSlices } from '@patravali/database';
import type { Subjects } from '../event/subjects';
import { type ChainedEvent, hashOfEvent, NO_HASH } from './canonical-form';

/** Rows read in one statement: so few that nobody waits long for whoever checks them. */
const AT_ONCE = 2_000;

/** Of the database, what the check reads with. */
export interface Reader {
  query<Row>(sql: string, values: unknown[]): Promise<Row[]>;
}

/**
 * Why an event is not what was recorded: another text, another event before it, none where one was, or an earlier time than that of
 * the event before it.
 */
export type Fault = 'changed' | 'unchained' | 'missing' | 'too-early';

/** From this encoding on the database gives no event an earlier time than the one before it has. */
const TIME_RUNS_FORWARD = 2;

/** The first event of a subject that is wrong; what comes after it on the subject is not looked at. */
export interface BrokenChain extends Pick<ChainedEvent, 'subjectKind' | 'subjectId' | 'sequence'> {
  readonly fault: Fault;
}

export interface ChainReport {
  readonly events: number;
  readonly subjects: number;
  readonly broken: readonly BrokenChain[];
}

type Row = ChainedEvent & { readonly hash: string };

/** @param which the rest of the condition. */
const nextRows = (which: string) => `
  SELECT encoding, encode(previous_hash, 'hex') AS "previousHash", id, organisation_id AS "organisationId",
    subject_kind AS "subjectKind", subject_id AS "subjectId", sequence, name, related_id AS "relatedId", user_id AS "userId",
    post_id AS "postId", capacity, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, reason,
    data::text AS data, content_hash AS "contentHash", encode(rows_hash, 'hex') AS "rowsHash", encode(hash, 'hex') AS hash
  FROM event WHERE (organisation_id, subject_id, sequence) > ($1, $2, $3) ${which}
  ORDER BY organisation_id, subject_id, sequence LIMIT ${AT_ONCE}`;
const OF_THESE = 'AND organisation_id = $4::uuid AND subject_id = ANY ($5::uuid[])';

/**
 * Computes every chain anew, with code that shares nothing with the function of the database. It sees what was changed, left
 * out within a chain or put in; a chain that lost its end, or was computed anew whole, agrees with itself.
 * @param only the chains of these subjects, instead of all.
 */
export async function checkChains(reader: Reader, only?: Subjects): Promise<ChainReport> {
  const sql = nextRows(only ? OF_THESE : '');
  const which = only ? [only.organisationId, [...only.subjectIds]] : [];
  const broken: BrokenChain[] = [];
  let [events, subjects] = [0, 0];
  let last: Row | undefined;
  const ask = (before?: readonly Row[]) => {
    if (before && before.length < AT_ONCE) return null;
    const row = before?.at(-1);
    const place = row ? [row.organisationId, row.subjectId, row.sequence] : [NO_ID, NO_ID, 0];
    return reader.query<Row>(sql, [...place, ...which]);
  };
  const hold = (row: Row) => {
    const before = last && isSameSubject(last, row) ? last : undefined;
    if (!before) subjects += 1;
    const fault = faultOf(row, before);
    if (fault && !isBroken(broken, row))
      broken.push({ ...subjectOf(row), fault, sequence: placeOf(fault, row, before) });
    last = row;
  };
  await askAhead<readonly Row[]>(ask, async (rows) => {
    await inSlices(rows, hold);
    events += rows.length;
  });
  return { events, subjects, broken };
}

const NO_ID = '00000000-0000-0000-0000-000000000000';

function faultOf(row: Row, before: Row | undefined): Fault | null {
  if (row.sequence !== (before?.sequence ?? 0) + 1) return 'missing';
  if (row.hash !== hashOfEvent(row)) return 'changed';
  if (row.previousHash !== (before?.hash ?? NO_HASH)) return 'unchained';
  // Both are written alike, from the year to the microsecond.
  return before && row.encoding >= TIME_RUNS_FORWARD && row.at < before.at ? 'too-early' : null;
}

/** Where an event is missing, it is the one after the last that is there. */
const placeOf = (fault: Fault, row: Row, before: Row | undefined): number =>
  fault === 'missing' ? (before?.sequence ?? 0) + 1 : row.sequence;

const subjectOf = ({ subjectKind, subjectId }: Row) => ({ subjectKind, subjectId });
const isSameSubject = (a: Row, b: Row) => a.organisationId === b.organisationId && a.subjectId === b.subjectId;
const isBroken = (broken: readonly BrokenChain[], row: Row) => broken.at(-1)?.subjectId === row.subjectId;

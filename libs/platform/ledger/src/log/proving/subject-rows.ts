import type { SubjectKind } from '../../event/event.entity';
import type { Subjects } from '../../event/subjects';
import { LINES, type Statements, TEXT_OF_LINES } from '../keeping/log-rows';

/** An event in the words in which it is proven. */
export interface EventRow {
  readonly id: string;
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  readonly sequence: number;
  readonly name: string;
  readonly userId: string | null;
  readonly postId: string | null;
  readonly contentHash: string | null;
  /** Its canonical form. */
  readonly form: string;
  /** The lines of the rows that were written with it; null where none were. */
  readonly rows: string | null;
  readonly entry: string;
}

const EVENT = `e.id, e.subject_kind AS "subjectKind", e.subject_id AS "subjectId", e.sequence, e.name, e.user_id AS "userId",
  e.post_id AS "postId", e.content_hash AS "contentHash", event_canonical_form(e) AS form, log_entry_text(e) AS entry,
  (SELECT ${TEXT_OF_LINES} FROM ${LINES} r WHERE r.event_id = e.id) AS rows`;
const IN_ORDER = 'ORDER BY e.subject_kind, e.subject_id, e.sequence';

/** All events of these subjects, each subject's in the order of its sequence. */
export async function eventsOf(
  database: Statements,
  { organisationId, subjectIds }: Subjects,
): Promise<readonly EventRow[]> {
  return await database.query<EventRow>(
    `SELECT ${EVENT} FROM event e WHERE e.organisation_id = $1 AND e.subject_id = ANY ($2::uuid[]) ${IN_ORDER}`,
    [organisationId, [...subjectIds]],
  );
}

/** These events, in the same order. */
export async function eventsWithIds(database: Statements, ids: readonly string[]): Promise<readonly EventRow[]> {
  return await database.query<EventRow>(`SELECT ${EVENT} FROM event e WHERE e.id = ANY ($1::uuid[]) ${IN_ORDER}`, [
    [...ids],
  ]);
}

export interface PlaceRow {
  readonly index: number;
  readonly leafHash: Buffer;
}

/** Where events stand in the log, by their ids; those that wait do not stand there. */
export async function placesOf(
  database: Statements,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, PlaceRow>> {
  const places = await database.query<PlaceRow & { id: string }>(
    `SELECT event_id AS id, index::float8 AS index, leaf_hash AS "leafHash" FROM log_entry WHERE event_id = ANY ($1::uuid[])`,
    [[...eventIds]],
  );
  return new Map(places.map((place) => [place.id, place]));
}

export interface KeyEntryRow {
  readonly index: number;
  readonly text: string;
}

/** The entries by which keys took over, in a log of this size. */
export async function keyEntries(database: Statements, size: number): Promise<readonly KeyEntryRow[]> {
  return await database.query<KeyEntryRow>(
    `SELECT l.index::float8 AS index, l.text FROM log_key k JOIN log_entry l ON l.index = k.signs_from - 1
     WHERE k.number > 1 AND l.index < $1 ORDER BY k.number`,
    [size],
  );
}

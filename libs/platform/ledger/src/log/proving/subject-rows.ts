import type { SubjectKind } from '../../event/event.entity';
import type { Subjects } from '../../event/subjects';
import type { Statements } from '../keeping/log-rows';

/** An event in the words in which it is proven. */
export interface EventRow {
  readonly id: string;
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  readonly sequence: number;
  readonly name: string;
  readonly contentHash: string | null;
  /** Its canonical form. */
  readonly form: string;
  readonly entry: string;
  /** Its place in the log; null while it waits. */
  readonly index: number | null;
  readonly leafHash: Buffer | null;
}

/** All events of these subjects, each subject's in the order of its sequence. */
export async function eventsOf(
  database: Statements,
  { organisationId, subjectIds }: Subjects,
): Promise<readonly EventRow[]> {
  return await database.query<EventRow>(
    `SELECT e.id, e.subject_kind AS "subjectKind", e.subject_id AS "subjectId", e.sequence, e.name,
       e.content_hash AS "contentHash",
       event_canonical_form(e) AS form, log_entry_text(e) AS entry, l.index::float8 AS index, l.leaf_hash AS "leafHash"
     FROM event e LEFT JOIN log_entry l ON l.event_id = e.id
     WHERE e.organisation_id = $1 AND e.subject_id = ANY ($2::uuid[]) ORDER BY e.subject_kind, e.subject_id, e.sequence`,
    [organisationId, [...subjectIds]],
  );
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

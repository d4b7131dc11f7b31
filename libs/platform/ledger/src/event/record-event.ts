import type { EventWriter } from '@patravali/database';
import { v7 as uuidv7 } from 'uuid';
import { SUBJECT_KINDS, type SubjectKind } from './event.entity';

/** Writes the event into the caller's transaction. The database gives it the next number of its subject,
 * whose lock the caller holds. */
export const recordEvent: EventWriter = async (transaction, by, event, more = false) => {
  await transaction.execute(
    `INSERT INTO event (id, organisation_id, subject_kind, subject_id, name, related_id, user_id, post_id, capacity, reason,
       data, content_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      uuidv7(),
      by.organisationId,
      subjectKindOf(event.name),
      event.subjectId,
      event.name,
      event.relatedId ?? null,
      by.userId,
      by.postId,
      by.capacity,
      event.reason ?? null,
      event.data ?? {},
      event.contentHash ?? null,
    ],
  );
  // The rows of what comes next are sealed by the event after this one.
  if (more) await transaction.execute(`SELECT set_config('patravali.rows', '', true)`);
};

/** What has no chain of its own happens on a file, as notes and letters do, and is an event of that file. */
const subjectKindOf = (name: string): SubjectKind =>
  SUBJECT_KINDS.find((kind) => name.startsWith(`${kind}.`)) ?? 'file';

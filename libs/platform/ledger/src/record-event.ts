import type { Principal } from '@patravali/authorization';
import { v7 as uuidv7 } from 'uuid';
import type { SubjectKind } from './event.entity';

/** What a command reports about itself. The ledger adds who, when and the running number. */
export interface NewEvent {
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  readonly name: `${SubjectKind | 'note' | 'draft' | 'dispatch' | 'correspondence'}.${string}`;
  readonly relatedId?: string | undefined;
  readonly reason?: string | undefined;
  /** Facts only, never the text of a note: that is in the row whose hash is `contentHash`. */
  readonly data?: object;
  readonly contentHash?: string | undefined;
}

/** What takes a statement into the caller's transaction. */
interface Writer {
  execute(sql: string, values: unknown[]): Promise<void>;
}

/** Writes the event into the caller's transaction. The caller holds the subject's lock, so the number is the next. */
export async function recordEvent(transaction: Writer, by: Principal, event: NewEvent): Promise<void> {
  await transaction.execute(
    `INSERT INTO event (id, organisation_id, subject_kind, subject_id, sequence, name, related_id, user_id, post_id,
       capacity, reason, data, content_hash)
     SELECT $1, $2, $3, $4, 1 + COALESCE(max(sequence), 0), $5, $6, $7, $8, $9, $10, $11, $12
     FROM event WHERE organisation_id = $2 AND subject_id = $4`,
    [
      uuidv7(),
      by.organisationId,
      event.subject.kind,
      event.subject.id,
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
}

import type { Principal } from '@patravali/authorization';
import { v7 as uuidv7 } from 'uuid';
import type { SubjectKind } from './event.entity';

/** What a command reports about itself. The ledger adds who, when and the running number. */
export interface NewEvent {
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  readonly name: `${SubjectKind | 'note' | 'discussion' | 'consultation' | 'draft' | 'issue' | 'dispatch' | 'correspondence'}.${string}`;
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

/** Writes the event into the caller's transaction. The database gives it the next number of its subject,
 * whose lock the caller holds. */
export async function recordEvent(transaction: Writer, by: Principal, event: NewEvent): Promise<void> {
  await transaction.execute(
    `INSERT INTO event (id, organisation_id, subject_kind, subject_id, name, related_id, user_id, post_id, capacity, reason,
       data, content_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
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

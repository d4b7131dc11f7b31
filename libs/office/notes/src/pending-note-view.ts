import { PendingNote } from '@patravali/contract';
import { projection } from '@patravali/database';
import { personName } from '@patravali/organisation';

const PENDING_NOTE = projection(PendingNote, {
  id: 'p.id',
  colour: 'p.colour',
  text: 'p.content',
  decision: 'p.decision',
  provisionalNumber: 'c.notes + 1',
  provisionalFirstParagraph: 'c.paragraphs + 1',
  version: 'p.version',
  savedAt: 'p.saved_at',
  savedBy: personName('p.author_user_id'),
  preparedBy: `CASE WHEN p.prepared_by_user_id IS NOT NULL THEN ${personName('p.prepared_by_user_id')} END`,
});

/**
 * The note in writing on the file of `c` as the contract's `PendingNote`, for its holder; null for everybody else.
 * @param postId placeholder of the post that reads.
 */
export const pendingNoteOf = (postId: string): string =>
  `(SELECT ${PENDING_NOTE.json} FROM pending_note p WHERE p.file_id = c.file_id AND c.holder_post_id = ${postId})`;

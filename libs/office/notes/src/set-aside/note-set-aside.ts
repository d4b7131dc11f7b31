import type { Actor } from '@patravali/authorization';
import { NoteSetAside } from '@patravali/contract';
import type { FileCustody } from '@patravali/custody';
import { Parameters, projection, type Transaction } from '@patravali/database';
import { personName } from '@patravali/organisation';

/**
 * The note in writing stays with the desk from which the file is taken: it does not travel and is not lost. A green one, which
 * another's act may not freeze, is yellow again when it is taken up.
 */
export async function setNoteAside(tx: Transaction, { organisationId, fileId, holderPostId }: FileCustody) {
  await tx.execute(
    `WITH taken AS (DELETE FROM pending_note WHERE organisation_id = $1 AND file_id = $2 RETURNING *)
     INSERT INTO note_set_aside (organisation_id, id, file_id, post_id, content, decision, kind, main_note, discussed_with,
       author_user_id, prepared_by_user_id)
     SELECT organisation_id, id, file_id, $3, content, decision, kind, main_note, discussed_with, author_user_id,
       prepared_by_user_id FROM taken`,
    [organisationId, fileId, holderPostId],
  );
}

const SET_ASIDE = projection(NoteSetAside, {
  id: 'a.id',
  text: 'a.content',
  decision: 'a.decision',
  kind: 'a.kind',
  setAsideAt: 'a.set_aside_at',
  writtenBy: personName('a.author_user_id'),
});

/** Those of the acting post on the file of `c`, the oldest first. */
export const NOTES_SET_ASIDE = ({ postId }: Actor, { bind }: Parameters): string =>
  `(SELECT COALESCE(json_agg(${SET_ASIDE.json} ORDER BY a.set_aside_at, a.id), '[]') FROM note_set_aside a
    WHERE a.organisation_id = c.organisation_id AND a.file_id = c.file_id AND a.post_id = ${bind(postId)})`;

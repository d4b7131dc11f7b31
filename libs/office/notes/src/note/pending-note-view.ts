import type { Actor } from '@patravali/authorization';
import { PendingNote } from '@patravali/contract';
import { mayReadNoteInWriting } from '@patravali/custody';
import { type Parameters, projection } from '@patravali/database';
import { actorRef, personName } from '@patravali/organisation';
import { postsNamed } from '../discussions/participant-rows';
import { JUDGED_SIGNATURE } from './judged-signature';

const PENDING_NOTE = projection(PendingNote, {
  id: 'p.id',
  colour: 'p.colour',
  text: 'p.content',
  decision: 'p.decision',
  kind: 'p.kind',
  mainNote: 'p.main_note',
  discussedWith: postsNamed('p.discussed_with'),
  provisionalNumber: 'c.notes + 1',
  provisionalFirstParagraph: 'c.paragraphs + 1',
  version: 'p.version',
  savedAt: 'p.saved_at',
  savedBy: personName('p.author_user_id'),
  preparedBy: `CASE WHEN p.prepared_by_user_id IS NOT NULL THEN ${personName('p.prepared_by_user_id')} END`,
  putUpBy: actorRef('p.put_up_by_user_id', 'p.put_up_by_post_id', 'p.put_up_capacity'),
  textVersions: 'p.text_version',
  signedAt: `(${JUDGED_SIGNATURE} ->> 'at')::timestamptz`,
});

/**
 * The note in writing on the file of `c` as the contract's `PendingNote`, for whoever may read it: its desk and, while it is up
 * for correction, the desk that put it up. Null for everybody else.
 */
export const pendingNoteOf = (actor: Actor, parameters: Parameters): string =>
  `(SELECT ${PENDING_NOTE.json} FROM pending_note p WHERE p.file_id = c.file_id AND ${mayReadNoteInWriting(actor, parameters)})`;

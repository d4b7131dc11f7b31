import type { Actor } from '@patravali/authorization';
import { type DeskQuery, InboxFile } from '@patravali/contract';
import { keepsWaiting } from '@patravali/custody';
import { type Parameters, projection } from '@patravali/database';
import { FILE_ROW } from '@patravali/files';

/** A file on a desk, from `FILES`. Its pin is looked up row by row: PostgreSQL would answer an EXISTS from the pins of all desks. */
export const INBOX_ROW = projection(InboxFile, {
  ...FILE_ROW.expressions,
  pinned: `COALESCE((SELECT true FROM desk_pin p
    WHERE p.organisation_id = c.organisation_id AND p.post_id = c.holder_post_id AND p.file_id = c.file_id), false)`,
});

/** What comes first on a desk, as conditions on `e`: what the acting post has pinned, and in the order `late` what keeps waiting. */
export function firstOnDesk(
  actor: Actor,
  order: DeskQuery['order'] | 'due' | 'sender',
  parameters: Parameters,
): string[] {
  const { bind } = parameters;
  // The few pinned are looked up first, and not sought along the whole desk.
  const pinned = `e.id = ANY (ARRAY(SELECT p.file_id FROM desk_pin p
    WHERE p.organisation_id = ${bind(actor.organisationId)} AND p.post_id = ${bind(actor.postId)}))`;
  return order === 'late' ? [pinned, keepsWaiting(bind(actor.organisationId))] : [pinned];
}

import { isUpForCorrection, joinCustody } from '@patravali/custody';

/**
 * Whether the event `e` may be seen by the post of this placeholder: what a desk did with its note in writing is its own
 * until the note is frozen; while it is up for correction, of both desks. One that is thrown away never is. Events from before they named their note belong to the note
 * that their post froze next.
 */
export const noteEventShown = (postId: string): string =>
  `(e.name NOT LIKE 'note.%' OR e.post_id = ${postId} OR EXISTS (SELECT FROM pending_note p
      ${joinCustody('p.file_id')} WHERE p.organisation_id = e.organisation_id AND p.id = e.related_id
        AND p.put_up_by_post_id IS NOT NULL AND ${isUpForCorrection(postId)})
    OR EXISTS (SELECT FROM note n
    WHERE n.organisation_id = e.organisation_id AND n.file_id = e.subject_id
      AND CASE WHEN e.related_id IS NULL THEN n.author_post_id = e.post_id AND n.frozen_at >= e.at
        ELSE n.id = e.related_id END))`;

/** How many of a post's last forwards say whom it sends to most. */
const RECENT = 100;

/**
 * To which posts a post has lately forwarded files, as a query with the columns `post_id` and `times`.
 * @param organisationId, postId placeholders of the post that forwards.
 */
export const recentForwards = (organisationId: string, postId: string): string => `
  SELECT recent.to_post_id AS post_id, count(*) AS times FROM (
    SELECT to_post_id FROM movement
    WHERE organisation_id = ${organisationId} AND by_post_id = ${postId} AND kind = 'forwarded' AND file_id IS NOT NULL
    ORDER BY at DESC LIMIT ${RECENT}) recent
  GROUP BY recent.to_post_id`;

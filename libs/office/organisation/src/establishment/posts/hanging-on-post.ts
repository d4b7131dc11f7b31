/** How many posts in being stand right below a post; both ids are expressions. */
export const postsRightBelow = (organisationId: string, postId: string): string =>
  `(SELECT count(*)::int FROM post below
    WHERE below.organisation_id = ${organisationId} AND below.superior_post_id = ${postId} AND below.abolished_at IS NULL)`;

/** How many people hold a post now or are to, but for the one that is named. */
export const holdersNowAndLater = (organisationId: string, postId: string, exceptUserId?: string): string =>
  `(SELECT count(DISTINCT tenure.user_id)::int FROM tenure
    WHERE tenure.organisation_id = ${organisationId} AND tenure.post_id = ${postId}${exceptUserId === undefined ? '' : ` AND tenure.user_id <> ${exceptUserId}`}
    AND is_not_over(tenure))`;

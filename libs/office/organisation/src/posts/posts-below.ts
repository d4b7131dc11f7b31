/** The posts below this one, at any distance, as a query with one column. */
export const postsBelow = (organisationId: string, postId: string): string =>
  `SELECT post.id FROM post WHERE post.organisation_id = ${organisationId} AND ${postId} = ANY (post.superior_post_ids)`;

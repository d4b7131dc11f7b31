/** The ids of the posts of one unit, as a subquery; both ids are placeholders or columns. */
export const postsOfUnit = (organisationId: string, unitId: string): string =>
  `SELECT post.id FROM post WHERE post.organisation_id = ${organisationId} AND post.unit_id = ${unitId}`;

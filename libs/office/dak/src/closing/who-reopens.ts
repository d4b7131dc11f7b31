/** Whether the post of this placeholder closed the receipt `r`, or stands above the post that did: a condition. */
export const mayReopen = (postId: string): string =>
  `is_at_or_above(r.organisation_id, ${postId}, r.closed_by_post_id)`;

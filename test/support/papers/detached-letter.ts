import { id } from '../office/one-of-everything';

/** Takes the letter that lies in the file off it. */
export const DETACHING = `UPDATE correspondence SET flag = NULL, detached_at = now(), detach_reason = 'x', detached_by_user_id = '${id('u1')}',
  detached_by_post_id = '${id('p1')}', detached_capacity = 'regular' WHERE id = '${id('c3')}'`;

/** What the copy of a letter that was detached must not say of itself. */
export const ATTACHED = {
  detached_at: null,
  detach_reason: null,
  detached_by_user_id: null,
  detached_by_post_id: null,
  detached_capacity: null,
};

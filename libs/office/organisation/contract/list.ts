import type { PageRows } from '@patravali/contract-base';
import { z } from 'zod';
import { Posts } from './named-posts';

/** A page of a list: its rows, the cursor of the next page or null, and what the posts are called that the rows name. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable(), posts: Posts });
}

export interface Page<T> extends PageRows<T> {
  posts: Posts;
}

import type { Actor } from '@patravali/authorization';
import type { FileCustody } from '@patravali/custody';

/**
 * Who may remind the holder of a file: whoever sent it there and, of a normal file, the superiors of the holder.
 * @param standsAbove whether the acting post is a superior of the holder's, which the custody row does not say.
 */
export function mayRemind({ ability, postId }: Actor, custody: FileCustody, standsAbove: boolean): boolean {
  return ability.can('remind', custody) && (custody.senderPostId === postId || standsAbove);
}

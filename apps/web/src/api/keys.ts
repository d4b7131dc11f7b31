import type { OperationId } from '@patravali/contract';
import { actingPostId } from './session/acting-post';

/** The cache key of an answer. It begins with the acting post: what one post may see is never shown to another. */
export function keyOf(id: OperationId, ...rest: readonly unknown[]): readonly unknown[] {
  return [actingPostId(), id, ...rest];
}

import { Refusal } from '@patravali/errors';
import type { Signatory } from '@patravali/organisation';
import type { LetterFrame } from '../making/letter-frame';
import type { Signatory } from './enter-signatures';

/** Who holds the posts that sign after the signing post, as the letter names them. @throws Refusal `signatory-vacant`. */
export function signatoriesFrom(
  postIds: readonly string[],
  signatories: LetterFrame['coSignatories'],
): readonly Signatory[] {
  return signatories.map(({ marking, holder }, index) => {
    const postId = postIds[index];
    if (!holder || postId === undefined) throw new Refusal('signatory-vacant', { post: marking });
    return { userId: holder.userId, postId, capacity: holder.capacity };
  });
}

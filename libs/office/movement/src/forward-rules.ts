import type { ForwardFile } from '@patravali/contract';
import type { FileCustody } from '@patravali/custody';
import type { Freezing } from '@patravali/notes';
import { type PostOnTheWay, receivingPost } from '@patravali/organisation';

/**
 * The post that receives the file. Forwarding asks this when it has locked the file, and the check beforehand of each that it
 * looks at.
 * @throws Refusal `unknown-post`, `post-takes-no-files`, `to-oneself`.
 */
export function receiverOf(
  { holderPostId }: Pick<FileCustody, 'holderPostId'>,
  request: Pick<ForwardFile, 'toPostId'>,
  posts: readonly PostOnTheWay[],
): PostOnTheWay {
  const found = posts.find(({ id }) => id === request.toPostId.toLowerCase());
  return receivingPost(found, holderPostId);
}

/** What becomes of the note in writing: who forwards without words signs alone. */
export function freezingOf({ note, confirmNote }: Pick<ForwardFile, 'note' | 'confirmNote'>): Freezing {
  return { note, confirmNote, signsAlone: true };
}

import type { Actor } from '@patravali/authorization';
import { prepares, type TenureKind } from '@patravali/contract';
import { assistantFileAbilities, fileAbilities } from '@patravali/custody';
import { createActor, type FindPerson } from '@patravali/identity';

/** Reading a file needs no other rules. */
const READING = [fileAbilities];
const READING_OF_ASSISTANTS = [assistantFileAbilities];
const rulesFor = (capacity: TenureKind) => (prepares(capacity) ? READING_OF_ASSISTANTS : READING);

/**
 * A person in whose name something is made later, with what may be read today from the post.
 * @throws Refusal `not-your-post` when it is held no longer.
 */
export async function readerOf(
  findPerson: FindPerson,
  { organisationId, userId, postId }: Pick<Actor, 'organisationId' | 'postId'> & { readonly userId: string },
): Promise<Actor> {
  return createActor(await findPerson.execute(organisationId, userId), postId, rulesFor);
}

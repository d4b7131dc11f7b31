import type { AbilityRules, Actor } from '@patravali/authorization';
import type { TenureKind } from '@patravali/contract';
import { Refusal } from '@patravali/errors';
import { abilityOf } from './known-abilities';
import type { HeldActingPost, SignedInPerson } from './find-session';

/**
 * The signed-in person acting from one of the posts they hold today: the one that the request names, else their only
 * one. Whoever is on leave from it reads what lies there, and no more.
 * @param rulesFor the rules of every area of the office, for whoever acts in this capacity.
 * @throws Refusal `not-your-post`, `acting-post-needed`.
 */
export function createActor(
  signedIn: SignedInPerson,
  postId: string | undefined,
  rulesFor: (capacity: TenureKind) => readonly AbilityRules[],
): Actor {
  const { capacity, absence, ...post } = heldPost(signedIn.heldPosts, postId);
  return {
    ...signedIn.person,
    postId: post.id,
    capacity,
    name: signedIn.session.user.name,
    post,
    ability: abilityOf(post, rulesFor(capacity), { reads: absence !== null }),
    ...(absence && { absence }),
  };
}

function heldPost(held: readonly HeldActingPost[], postId: string | undefined): HeldActingPost {
  if (postId === undefined && held.length > 1) throw new Refusal('acting-post-needed');
  const post = postId === undefined ? held[0] : held.find(({ id }) => id === postId.toLowerCase());
  if (!post) throw new Refusal('not-your-post');
  return post;
}

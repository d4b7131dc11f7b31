import { type Ability, type AbilityRules, type ActingPost, defineAbility } from '@patravali/authorization';
import { LRUCache } from 'lru-cache';

/** Posts of a large office; each is some kilobytes. */
const REMEMBERED = 500;

const known = new WeakMap<readonly AbilityRules[], LRUCache<string, Ability>>();

/**
 * What the holder of this post may do. The rules look at nothing but what is known of the post, all of which comes with each
 * session from the database: so the same is put together once, and not for each request.
 */
export function abilityOf(
  post: ActingPost,
  areas: readonly AbilityRules[],
  only: { readonly reads: boolean },
): Ability {
  let abilities = known.get(areas);
  if (!abilities) known.set(areas, (abilities = new LRUCache<string, Ability>({ max: REMEMBERED })));
  const key = JSON.stringify([post, only]);
  const found = abilities.get(key);
  if (found) return found;
  const defined = defineAbility(post, areas, only);
  abilities.set(key, defined);
  return defined;
}

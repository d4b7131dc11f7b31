import { type Ability, type AbilityRules, type ActingPost, defineAbility } from '@patravali/authorization';

/** Posts of a large office; each is some kilobytes. */
const REMEMBERED = 500;

const known = new WeakMap<readonly AbilityRules[], Map<string, Ability>>();

/**
 * What the holder of this post may do. The rules look at nothing but what is known of the post, all of which comes with each
 * session from the database: so the same is put together once, and not for each request.
 */
export function abilityOf(post: ActingPost, areas: readonly AbilityRules[]): Ability {
  let abilities = known.get(areas);
  if (!abilities) known.set(areas, (abilities = new Map<string, Ability>()));
  const key = JSON.stringify(post);
  const found = abilities.get(key) ?? defineAbility(post, areas);
  // The one used longest ago goes first.
  abilities.delete(key);
  abilities.set(key, found);
  const [oldest] = abilities.keys();
  if (oldest !== undefined && abilities.size > REMEMBERED) abilities.delete(oldest);
  return found;
}

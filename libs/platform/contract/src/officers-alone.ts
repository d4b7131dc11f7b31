import type { Role } from './areas/organisation';
import { type Grading, GRADINGS, URGENCIES, type Urgency } from './vocabulary';

/**
 * The gradings that a post with these roles may give: only an officer gives one above normal, or takes one away. The
 * server refuses the others, the page does not offer them.
 * @param now the grading that stands.
 */
export function gradingsFor(roles: readonly Role[], now: Grading = 'normal'): readonly Grading[] {
  return roles.includes('officer') ? GRADINGS : [now];
}

/**
 * The urgencies that a post with these roles may give: only an officer makes a thing VIP.
 * @param now the urgency that stands, which may stay.
 */
export function urgenciesFor(roles: readonly Role[], now?: Urgency): readonly Urgency[] {
  return URGENCIES.filter((urgency) => urgency !== 'vip' || now === 'vip' || roles.includes('officer'));
}

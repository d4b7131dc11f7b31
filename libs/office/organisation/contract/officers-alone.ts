import type { UrgencyLabel } from './urgencies';
import { type Grading, GRADINGS, type Role, type Urgency } from './vocabulary';

/**
 * The gradings that a post with these roles may give: only an officer gives one above normal, or takes one away. The
 * server refuses the others, the page does not offer them.
 * @param now the grading that stands.
 */
export function gradingsFor(roles: readonly Role[], now: Grading = 'normal'): readonly Grading[] {
  return roles.includes('officer') ? GRADINGS : [now];
}

/**
 * The urgencies of the office that a post with these roles may give.
 * @param now the urgency that stands, which may stay.
 */
export function urgenciesFor(
  labels: readonly UrgencyLabel[],
  roles: readonly Role[],
  now?: Urgency,
): readonly UrgencyLabel[] {
  return labels.filter(
    ({ code, setBy, inUse }) => code === now || (inUse && (setBy === 'anyone' || roles.includes('officer'))),
  );
}

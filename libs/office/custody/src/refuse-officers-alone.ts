import type { Actor } from '@patravali/authorization';
import { type Grading, gradingsFor, urgenciesFor, type Urgency } from '@patravali/contract';
import { Refusal } from '@patravali/errors';

/**
 * Only an officer gives a grading above normal, or changes one.
 * @param now the grading that stands; a new thing begins as normal.
 * @throws Refusal `grading-needs-officer`.
 */
export function refuseGradingOfOthers({ post }: Pick<Actor, 'post'>, grading: Grading, now: Grading = 'normal'): void {
  if (gradingsFor(post.roles, now).includes(grading)) return;
  throw new Refusal('grading-needs-officer', { post: post.marking }, refused('grading', 'grading-needs-officer'));
}

/**
 * Only an officer makes a thing VIP. What is VIP already may stay so in any hand.
 * @param now the urgency that stands; a new thing has none.
 * @throws Refusal `vip-needs-officer`.
 */
export function refuseVipOfOthers({ post }: Pick<Actor, 'post'>, urgency: Urgency, now?: Urgency): void {
  if (urgenciesFor(post.roles, now).includes(urgency)) return;
  throw new Refusal('vip-needs-officer', { post: post.marking }, refused('urgency', 'vip-needs-officer'));
}

const refused = (field: string, detail: string) => ({ errors: [{ pointer: `#/${field}`, detail }] });

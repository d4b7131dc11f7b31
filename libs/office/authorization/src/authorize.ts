import { type Absence, markingInBoth, prepares } from '@patravali/contract';
import { Refusal } from '@patravali/errors';
import type { Action } from './ability';
import type { Actor } from './actor';

/** Refuses with "not found" unless the actor may read this very row. */
export function authorizeReading(actor: Actor, row: object): void {
  if (!actor.ability.can('read', row)) throw new Refusal('not-found');
}

/** Refuses the action unless the actor may do it to this very row; a row it may not even read is not found. */
export function authorize(actor: Actor, action: Action, row: object): void {
  authorizeReading(actor, row);
  authorizeAction(actor, action, row);
}

/** Refuses the action unless the actor may do it to this very row, which they are known to be allowed to read. */
export function authorizeAction(actor: Actor, action: Action, row: object): void {
  if (actor.ability.can(action, row)) return;
  refuseAbsent(actor);
  const code = prepares(actor.capacity) ? 'not-for-assistants' : 'not-allowed';
  throw new Refusal(code, { post: markingInBoth(actor.post), action });
}

/** Refuses whatever somebody does from a post at which another acts for him. @throws Refusal `on-leave`. */
export function refuseAbsent({ absence, post }: Pick<Actor, 'absence' | 'post'>): void {
  if (!absence) return;
  const { by, until, duty } = absence;
  const because = reasonOf(absence);
  throw new Refusal('on-leave', {
    post: markingInBoth(post),
    by,
    until,
    ...(because !== null && { because }),
    ...(duty !== null && { duty }),
  });
}

/** Why he is away, where it is not leave until a day. */
function reasonOf({ until, duty, isAttached }: Absence): string | null {
  if (isAttached) return until === null ? 'attached-open' : 'attached';
  if (duty !== null) return 'on-duty';
  return until === null ? 'without-end' : null;
}

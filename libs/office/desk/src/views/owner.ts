import type { Actor } from '@patravali/authorization';
import type { SaveDeskView } from '@patravali/contract';
import type { Principal, Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { lockPerson } from '@patravali/organisation';
import { DeskView } from './desk-view.entity';

/** What a person keeps for himself is recorded of the person, and of no post. */
export const recordedAs = (actor: Actor): Principal => ({ ...actor, postId: null, capacity: null });

/** Those of the actor for the post from which he acts: a condition, and its values as `$1` to `$3`. */
export const OF_OWNER = 'organisation_id = $1 AND user_id = $2 AND post_id = $3';
export const ownerOf = ({ organisationId, userId, postId }: Actor) => ({ organisationId, userId, postId });
export const ownerValues = (actor: Actor): string[] => Object.values(ownerOf(actor));

/** Only one at a time changes the views of a person, and what is recorded of them is numbered one after the other. */
export async function lockOwner(tx: Transaction, { userId }: Actor): Promise<void> {
  await lockPerson(tx, userId);
}

/**
 * A view of the actor's own for this post, in the version that the person saw.
 * @throws Refusal `not-found`, `changed-meanwhile`.
 */
export async function lockView(tx: Transaction, actor: Actor, id: string, ifMatch?: number): Promise<DeskView> {
  await lockOwner(tx, actor);
  const view = await tx.lock(DeskView, { id, ...ownerOf(actor) });
  if (ifMatch !== undefined && ifMatch !== view.version) {
    throw new Refusal('changed-meanwhile', { version: view.version });
  }
  return view;
}

/** Before another becomes the first page of the post. */
export async function makeRoomForFirst(tx: Transaction, actor: Actor, { isFirst }: SaveDeskView): Promise<void> {
  if (!isFirst) return;
  await tx.execute(
    `UPDATE desk_view SET is_first = false, version = version + 1 WHERE ${OF_OWNER} AND is_first`,
    ownerValues(actor),
  );
}

/** @throws Refusal `view-name-taken` when another view of this post bears the name. */
export function refuseTakenName(others: readonly Pick<DeskView, 'name'>[], name: string): void {
  if (!others.some((other) => other.name === name)) return;
  throw new Refusal('view-name-taken', { name }, { errors: [{ pointer: '#/name', detail: 'view-name-taken' }] });
}

/** Tells that a view was kept, and nothing of what it shows. */
export async function recordView(
  tx: Transaction,
  id: string,
  { userId }: Pick<DeskView, 'userId'>,
  what: 'saved' | 'changed' | 'deleted',
): Promise<void> {
  await tx.record(`user.view_${what}`, userId, { relatedId: id });
}

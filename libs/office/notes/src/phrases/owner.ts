import { type Actor, authorizeAction, authorizeReading } from '@patravali/authorization';
import { type PhraseOwner, prepares } from '@patravali/contract';
import type { Principal, Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { lockOrganisation, lockPerson } from '@patravali/organisation';
import { QuickPhrase } from './quick-phrase.entity';

/** The columns that name whose a phrase is: the person's, the unit's in which the actor works, or neither of an office. */
export function ownedBy(actor: Actor, of: PhraseOwner): Pick<QuickPhrase, 'organisationId' | 'userId' | 'unitId'> {
  const { organisationId, userId, post } = actor;
  return { organisationId, userId: of === 'person' ? userId : null, unitId: of === 'unit' ? post.unitId : null };
}

type Owned = Pick<QuickPhrase, 'organisationId' | 'userId' | 'unitId'>;

/** All phrases of an owner: a condition, and its values as `$1` and `$2`. */
export function phrasesOf({ organisationId, userId, unitId }: Owned): readonly [string, readonly unknown[]] {
  const owner = userId === null ? 'unit_id IS NOT DISTINCT FROM $2::uuid AND user_id IS NULL' : 'user_id = $2';
  return [`organisation_id = $1 AND ${owner}`, [organisationId, userId ?? unitId]];
}

/** An assistant does nothing for the post here: what he keeps for himself is recorded of the person alone. */
export function recordedAs(actor: Actor): Principal {
  return prepares(actor.capacity) ? { ...actor, postId: null, capacity: null } : actor;
}

/** Only one at a time changes the phrases of an owner, and what is recorded of them is numbered one after the other. */
export async function lockOwner(tx: Transaction, { userId }: Owned): Promise<void> {
  if (userId === null) await lockOrganisation(tx);
  else await lockPerson(tx, userId);
}

/** @throws Refusal `not-allowed`, `not-for-assistants`: a unit’s phrases are kept by its officers and administrators, the office’s by administrators. */
export function refuseToKeep(actor: Actor, owned: Owned): void {
  if (owned.userId === null) authorizeAction(actor, 'keep_phrases', Object.assign(new QuickPhrase(), owned));
}

/**
 * The phrase, its owner’s phrases locked, in the version that the person saw.
 * @throws Refusal `not-found` when it is of another person or unit, `changed-meanwhile`, `not-allowed`.
 */
export async function lockPhrase(tx: Transaction, actor: Actor, id: string, ifMatch?: number): Promise<QuickPhrase> {
  const found = await tx.find(QuickPhrase, { id });
  if (!found) throw new Refusal('not-found');
  if (found.userId !== actor.userId) authorizeReading(actor, found);
  await lockOwner(tx, found);
  const phrase = await tx.lock(QuickPhrase, { id });
  if (ifMatch !== undefined && ifMatch !== phrase.version) {
    throw new Refusal('changed-meanwhile', { version: phrase.version });
  }
  refuseToKeep(actor, phrase);
  return phrase;
}

/** Tells that a phrase was kept, and nothing of its words. */
export async function recordPhrase(
  tx: Transaction,
  { id, organisationId, userId }: Owned & Pick<QuickPhrase, 'id'>,
  what: 'saved' | 'changed' | 'deleted',
): Promise<void> {
  if (userId === null) await tx.record(`organisation.phrase_${what}`, organisationId, { relatedId: id });
  else await tx.record(`user.phrase_${what}`, userId, { relatedId: id });
}

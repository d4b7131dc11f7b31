import type { Actor } from '@patravali/authorization';
import { markingInBoth, prepares } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { headsOfUnits } from '../posts/heads-of-units';
import { refuseNonAdministrator } from '../organisation/refuse-non-administrator';
import type { DraftTemplate } from './draft-template.entity';

/**
 * The administrator keeps the templates of the office, the head of a unit those of the unit.
 * @throws Refusal `not-allowed`, `not-for-assistants`.
 */
export async function refuseToKeepTemplates(tx: Transaction, actor: Actor, unitId: string | null): Promise<void> {
  const { organisationId, post, capacity } = actor;
  if (unitId === null) {
    refuseNonAdministrator(actor);
    return;
  }
  const head = (await headsOfUnits(tx, organisationId, [unitId])).get(unitId);
  if (head?.id !== post.id) throw new Refusal('not-allowed', { post: markingInBoth(post) });
  if (prepares(capacity)) throw new Refusal('not-for-assistants', { post: markingInBoth(post) });
}

/** Those of the office, and those of the unit of the acting post. */
export const isOffered = ({ unitId }: Pick<DraftTemplate, 'unitId'>, { post }: Actor): boolean =>
  unitId === null || unitId === post.unitId;

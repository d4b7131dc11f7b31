import type { Actor } from '@patravali/authorization';
import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { lockOrganisation } from '../organisation/lock-organisation';
import { DraftTemplate } from './draft-template.entity';
import { isOffered, refuseToKeepTemplates } from './who-keeps-templates';

/**
 * The template that the actor keeps, for one after the other.
 * @throws Refusal `not-found` when it is of another unit; `not-allowed`, `not-for-assistants`, `template-retired`.
 */
export async function lockTemplate(tx: Transaction, actor: Actor, templateId: string): Promise<DraftTemplate> {
  await lockOrganisation(tx);
  const template = await tx.find(DraftTemplate, { id: templateId });
  if (!template || !isOffered(template, actor)) throw new Refusal('not-found');
  await refuseToKeepTemplates(tx, actor, template.unitId);
  if (!template.inUse) throw new Refusal('template-retired');
  return template;
}

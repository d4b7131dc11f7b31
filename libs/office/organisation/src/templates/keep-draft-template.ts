import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { DraftTemplateKept, type KeepDraftTemplate as Request } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { lockOrganisation } from '../organisation/lock-organisation';
import { refuseToKeepTemplates } from './who-keeps-templates';
import { writeDraftTemplate } from './write-draft-template';

/** Keeps a template for the office or for the unit of one’s post. Drafts that began from it before stay as they are. */
@Injectable()
export class KeepDraftTemplate {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-allowed`, `not-for-assistants`. */
  @Serves('keepDraftTemplate')
  execute(actor: Actor, { of, ...request }: Request): Promise<DraftTemplateKept> {
    return this.transactions.run(actor, async (tx) => {
      const unitId = of === 'unit' ? actor.post.unitId : null;
      await lockOrganisation(tx);
      await refuseToKeepTemplates(tx, actor, unitId);
      await writeDraftTemplate(tx, { ...request, unitId, inUse: true });
      const { code } = request;
      const [kept] = await tx.select(
        DraftTemplateKept,
        `SELECT id FROM draft_template WHERE organisation_id = $1 AND unit_id IS NOT DISTINCT FROM $2 AND code = $3`,
        [actor.organisationId, unitId, code],
      );
      if (!kept) throw new Error(`The template ${code} was not kept`);
      await tx.record('organisation.template_kept', actor.organisationId, {
        relatedId: kept.id,
        data: { template: code },
      });
      return kept;
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { DraftTemplateKept } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { DraftTemplate } from './draft-template.entity';
import { lockTemplate } from './lock-template';

/** No draft begins from the template any more. Those that did go on, also with the series of their number. */
@Injectable()
export class RetireDraftTemplate {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-found` when it is of another unit, `not-allowed`, `not-for-assistants`, `template-retired`. */
  @Serves('retireDraftTemplate')
  execute(actor: Actor, templateId: string): Promise<DraftTemplateKept> {
    return this.transactions.run(actor, async (tx) => {
      const template = await lockTemplate(tx, actor, templateId);
      await tx.update(DraftTemplate, { id: templateId }, { inUse: false });
      await tx.record('organisation.template_retired', actor.organisationId, {
        relatedId: templateId,
        data: { template: template.code },
      });
      return { id: templateId };
    });
  }
}

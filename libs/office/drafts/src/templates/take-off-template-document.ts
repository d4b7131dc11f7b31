import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { DraftTemplateKept, TakeOffTemplateDocument as Request } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { lockTemplate, takeOffTemplateDocument } from '@patravali/organisation';

/** No draft begins with the document any more. Those that have begun keep it. */
@Injectable()
export class TakeOffTemplateDocument {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-found` also for a document that does not go with it; `not-allowed`, `not-for-assistants`, `template-retired`. */
  @Serves('takeOffTemplateDocument')
  execute(actor: Actor, templateId: string, documentId: string, { reason }: Request): Promise<DraftTemplateKept> {
    return this.transactions.run(actor, async (tx) => {
      const { code } = await lockTemplate(tx, actor, templateId);
      const title = await takeOffTemplateDocument(tx, templateId, documentId);
      if (title === null) throw new Refusal('not-found');
      await tx.record('organisation.template_document_taken_off', actor.organisationId, {
        relatedId: templateId,
        reason,
        data: { template: code, document: title },
      });
      return { id: templateId };
    });
  }
}

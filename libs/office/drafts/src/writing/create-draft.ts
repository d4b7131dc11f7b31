import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { CreateDraft as CreateDraftRequest, DraftChanged } from '@patravali/contract';
import { changeCustody, lockCustody, openingOf } from '@patravali/custody';
import { NOW, Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { v7 as uuidv7 } from 'uuid';
import { Draft, DraftVersion } from '../draft/draft.entities';
import { shownOf } from '../draft/lock-draft';
import { refuseUnfitEnclosures } from '../enclosures/refuse-unfit-enclosures';
import { begunFromTemplate } from './begin-from-template';
import { refuseForeignReply, refuseUnfitSignatories } from './refuse-unfit-parties';

/** Puts up a draft for approval on the file that the actor holds: DFA I, DFA II … It may begin from a template. */
@Injectable()
export class CreateDraft {
  constructor(private readonly transactions: Transactions) {}

  @Serves('createDraft')
  execute(actor: Actor, fileId: string, request: CreateDraftRequest): Promise<DraftChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { replyToReceiptId, templateId } = request;
      const { custody } = await lockCustody(tx, actor, { fileId, move: 'put_up_draft' });
      await refuseUnfitSignatories(tx, actor.organisationId, request.content);
      await refuseForeignReply(tx, fileId, replyToReceiptId);
      await refuseUnfitEnclosures(tx, actor.organisationId, {
        fileId,
        content: request.content,
        templateId: templateId ?? null,
      });
      const content =
        templateId === undefined
          ? request.content
          : await begunFromTemplate(tx, actor, { fileId, content: request.content, templateId });
      const [id, ordinal] = [uuidv7(), custody.drafts + 1];
      const { organisationId, userId, postId, capacity } = actor;
      await tx.insert(Draft, {
        id,
        organisationId,
        fileId,
        ordinal,
        state: 'draft',
        ...shownOf(content),
        replyToReceiptId,
        templateId: templateId ?? null,
        currentVersion: 1,
        changedAt: NOW,
        version: 1,
      });
      await tx.insert(DraftVersion, {
        draftId: id,
        number: 1,
        organisationId,
        content,
        userId,
        postId,
        capacity,
        movementSequence: custody.movements,
        savedAt: NOW,
      });
      await changeCustody(tx, custody, { ...(await openingOf(tx, custody)), drafts: ordinal });
      await tx.record('draft.created', fileId, { relatedId: id, data: { ordinal, draftVersion: 1 } });
      return { id, version: 1, draftVersion: 1 };
    });
  }
}

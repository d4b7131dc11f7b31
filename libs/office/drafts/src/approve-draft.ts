import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  type ApproveDraft as ApproveDraftRequest,
  type DraftChanged,
  withoutEmptyParagraphs,
} from '@patravali/contract';
import { countAsOpening } from '@patravali/custody';
import { NOW, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { canonicalHash } from '@patravali/ledger';
import { Draft } from './draft.entities';
import { lockDraft } from './lock-draft';

/** Approves exactly the version that the officer has read. */
@Injectable()
export class ApproveDraft {
  constructor(private readonly transactions: Transactions) {}

  execute(actor: Actor, draftId: string, request: ApproveDraftRequest, ifMatch?: number): Promise<DraftChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody, draft, current, state } = await lockDraft(tx, actor, { draftId, move: 'approve', ifMatch });
      const draftVersion = draft.currentVersion;
      if (request.draftVersion !== draftVersion) throw new Refusal('draft-version-passed', { current: draftVersion });
      if (withoutEmptyParagraphs(current.content.body).paragraphs.length === 0) throw new Refusal('draft-incomplete');
      await countAsOpening(tx, custody);
      const version = draft.version + 1;
      await tx.update(
        Draft,
        { id: draftId },
        {
          ...{ state, approvedVersion: draftVersion, approvedAt: NOW, changedAt: NOW, version },
          ...{ approvedByUserId: actor.userId, approvedByPostId: actor.postId, approvedCapacity: actor.capacity },
        },
      );
      await tx.record({
        subject: { kind: 'file', id: custody.fileId },
        name: 'draft.approved',
        relatedId: draftId,
        contentHash: canonicalHash(current.content),
        data: { ordinal: draft.ordinal, draftVersion },
      });
      return { id: draftId, version, draftVersion };
    });
  }
}

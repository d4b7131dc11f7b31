import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { CancelDraft as CancelDraftRequest, DraftChanged } from '@patravali/contract';
import { countAsOpening } from '@patravali/custody';
import { NOW, Transactions } from '@patravali/database';
import { cancelNumber } from '@patravali/letters';
import { Serves } from '@patravali/operations';
import { Draft } from '../draft/draft.entities';
import { lockDraft } from '../draft/lock-draft';

/**
 * Cancels a draft before its issue, with a reason: by the officer who holds the file, or by the post that approved it. A
 * number that was drawn for it stays in the register, cancelled.
 */
@Injectable()
export class CancelDraft {
  constructor(private readonly transactions: Transactions) {}

  @Serves('cancelDraft')
  execute(actor: Actor, draftId: string, { reason }: CancelDraftRequest, ifMatch?: number): Promise<DraftChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody, draft, state } = await lockDraft(tx, actor, { draftId, move: 'cancel', ifMatch });
      if (custody.holderPostId === actor.postId) await countAsOpening(tx, custody);
      const number = draft.state === 'numbered' ? await cancelNumber(tx, draftId, { ...actor, reason }) : undefined;
      const version = draft.version + 1;
      await tx.update(Draft, { id: draftId }, { state, cancellationReason: reason, changedAt: NOW, version });
      await tx.record('draft.cancelled', custody.fileId, {
        relatedId: draftId,
        reason,
        data: { ordinal: draft.ordinal, draftVersion: draft.currentVersion, number },
      });
      return { id: draftId, version, draftVersion: draft.currentVersion };
    });
  }
}

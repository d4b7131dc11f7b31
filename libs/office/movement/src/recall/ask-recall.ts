import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { AskRecall as AskRecallRequest, FileChanged } from '@patravali/contract';
import { askRecall, lockCustody } from '@patravali/custody';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';

/**
 * The sender asks for the file back, with a reason, after the other desk has opened it. Nothing moves, and the version stays:
 * the holder may go on with what he is doing. The request lapses by itself when the file moves on.
 */
@Injectable()
export class AskRecall {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-opened-yet` while the file may still be pulled back, `recall-asked` while one waits for an answer. */
  @Serves('askRecall')
  execute(actor: Actor, fileId: string, { reason }: AskRecallRequest, ifMatch?: number): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody } = await lockCustody(tx, actor, { fileId, move: 'ask_recall', ifMatch });
      if (!custody.openedAt) throw new Refusal('not-opened-yet');
      const relatedId = await askRecall(tx, actor, custody, reason);
      await tx.record('file.recall_asked', fileId, {
        reason,
        relatedId,
        data: { movement: custody.movements, toPostId: custody.holderPostId },
      });
      return { id: fileId, version: custody.version };
    });
  }
}

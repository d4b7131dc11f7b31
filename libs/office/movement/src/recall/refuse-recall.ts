import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { FileChanged, RefuseRecall as RefuseRecallRequest } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { endRecall } from './end-recall';

/** The holder keeps the file, and says why. */
@Injectable()
export class RefuseRecall {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `no-recall`. */
  @Serves('refuseRecall')
  execute(actor: Actor, fileId: string, { reason }: RefuseRecallRequest, ifMatch?: number): Promise<FileChanged> {
    return this.transactions.run(actor, (tx) =>
      endRecall(tx, actor, { fileId, ifMatch, move: 'refuse_recall', outcome: 'refused', reason }),
    );
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { FileChanged } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { endRecall } from './end-recall';

/** The sender no longer asks for the file. */
@Injectable()
export class WithdrawRecall {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `no-recall`. */
  @Serves('withdrawRecall')
  execute(actor: Actor, fileId: string, ifMatch?: number): Promise<FileChanged> {
    return this.transactions.run(actor, (tx) =>
      endRecall(tx, actor, { fileId, ifMatch, move: 'withdraw_recall', outcome: 'withdrawn' }),
    );
  }
}

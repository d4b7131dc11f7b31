import { Injectable } from '@nestjs/common';
import type { Transaction } from '@patravali/database';

type Tell = (tx: Transaction, issueId: string) => Promise<void>;

/** Whoever was sent a letter is told that it no longer holds. Dispatch, which stands above, knows who was, and registers here. */
@Injectable()
export class Withdrawals {
  private readonly tellers: Tell[] = [];

  register(tell: Tell): void {
    this.tellers.push(tell);
  }

  async tell(tx: Transaction, issueId: string): Promise<void> {
    for (const tell of this.tellers) await tell(tx, issueId);
  }
}

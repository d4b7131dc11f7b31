import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { IssueChanged, RevokeIssue as RevokeIssueRequest } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { withdraw } from './withdraw';
import { Withdrawals } from './withdrawals';

/** The holder of the signing post says, with a reason, that an issued letter no longer holds. */
@Injectable()
export class RevokeIssue {
  constructor(
    private readonly transactions: Transactions,
    private readonly withdrawals: Withdrawals,
  ) {}

  /** @throws Refusal `not-found`, `not-allowed`, `letter-withdrawn`. */
  @Serves('revokeIssue')
  execute(actor: Actor, issueId: string, { reason }: RevokeIssueRequest): Promise<IssueChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { fileId, number } = await withdraw(tx, actor, issueId, {
        kind: 'revoked',
        reason,
        withdrawals: this.withdrawals,
      });
      await tx.record('issue.revoked', fileId, { relatedId: issueId, reason, data: { number } });
      return { id: issueId };
    });
  }
}

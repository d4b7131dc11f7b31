import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { IssueWithdrawal } from '../register/issue.entities';

/** The letter still holds; the lock of its file is held, so that it stays so. @throws Refusal `letter-withdrawn`. */
export async function refuseWithdrawn(tx: Transaction, issueId: string): Promise<void> {
  const withdrawal = await tx.find(IssueWithdrawal, { issueId });
  if (withdrawal) throw new Refusal('letter-withdrawn', { kind: withdrawal.kind });
}

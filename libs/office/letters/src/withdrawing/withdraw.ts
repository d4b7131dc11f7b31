import type { Actor } from '@patravali/authorization';
import type { WithdrawalKind } from '@patravali/contract';
import { FileCustody } from '@patravali/custody';
import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Issue, IssueWithdrawal } from '../register/issue.entities';
import { authorizeOnIssue } from '../register/issue-access';
import { refuseWithdrawn } from './refuse-withdrawn';
import type { Withdrawals } from './withdrawals';

interface Withdrawing {
  readonly kind: WithdrawalKind;
  readonly reason: string;
  /** Finds the letter that takes its place, once it is known that this may be asked. */
  readonly findLater?: () => Promise<string>;
  readonly withdrawals: Withdrawals;
}

/** Which letter no longer holds, from where it went out, and which has taken its place. */
interface WithdrawnLetter {
  readonly fileId: string;
  readonly number: string;
  readonly laterIssueId: string | null;
}

/** An issued letter no longer holds: its entry in the register and its bytes stay as they are. */
export async function withdraw(
  tx: Transaction,
  actor: Actor,
  issueId: string,
  { kind, reason, findLater, withdrawals }: Withdrawing,
): Promise<WithdrawnLetter> {
  await authorizeOnIssue(tx, actor, issueId, 'withdraw');
  const issue = await tx.find(Issue, { id: issueId });
  if (!issue) throw new Refusal('not-found');
  const { fileId, number } = issue;
  await tx.lock(FileCustody, { fileId });
  await refuseWithdrawn(tx, issueId);
  const laterIssueId = (await findLater?.()) ?? null;
  const { organisationId, userId, postId, capacity } = actor;
  await tx.insert(IssueWithdrawal, {
    organisationId,
    issueId,
    kind,
    laterIssueId,
    reason,
    byUserId: userId,
    byPostId: postId,
    capacity,
  });
  await withdrawals.tell(tx, issueId);
  return { fileId, number, laterIssueId };
}

import type { Actor } from '@patravali/authorization';
import type { WithdrawalKind } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { IssueWithdrawal } from '../dispatch.entities';
import { authorizeOnIssue } from '../issue-access';
import { lockFileOf } from '../lock-recipients';
import { refuseWithdrawn } from './refuse-withdrawn';

interface Withdrawing {
  readonly kind: WithdrawalKind;
  readonly reason: string;
  /** Finds the letter that takes its place, once it is known that this may be asked. */
  readonly findLater?: () => Promise<string>;
}

/** From where a letter went out that no longer holds, and which letter has taken its place. */
interface Withdrawn {
  readonly fileId: string;
  readonly laterIssueId: string | null;
}

/** An issued letter no longer holds: its entry in the register and its bytes stay as they are. */
export async function withdraw(
  tx: Transaction,
  actor: Actor,
  issueId: string,
  { kind, reason, findLater }: Withdrawing,
): Promise<Withdrawn> {
  await authorizeOnIssue(tx, actor, issueId, 'withdraw');
  const { fileId } = await lockFileOf(tx, issueId);
  await refuseWithdrawn(tx, issueId);
  const laterIssueId = (await findLater?.()) ?? null;
  const { organisationId, userId, postId, capacity } = actor;
  await tx.insert(IssueWithdrawal, {
    ...{ organisationId, issueId, kind, laterIssueId, reason },
    ...{ byUserId: userId, byPostId: postId, capacity },
  });
  return { fileId, laterIssueId };
}

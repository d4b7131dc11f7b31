import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { AccountClosed, CloseAccount as Request } from '@patravali/contract';
import { type Transaction, Transactions } from '@patravali/database';
import { endSessions, SecurityLog, voidSignInLinks } from '@patravali/identity';
import { Serves } from '@patravali/operations';
import {
  endAllTenures,
  lockKept,
  type OfficeUser,
  refuseWithoutAdministrator,
  setClosed,
} from '@patravali/organisation';
import { lockOpenAccount } from './person-rules';

/**
 * Closes an account at once: his sessions die, his links become void, and every post that he holds is vacant. What he has done stays
 * as it is, and what lies on his desks stays on the posts.
 */
@Injectable()
export class CloseAccount {
  constructor(
    private readonly transactions: Transactions,
    private readonly log: SecurityLog,
  ) {}

  /** @throws Refusal `not-allowed`, `not-found`, `account-closed`, `last-administrator` */
  @Serves('closeAccount')
  execute(actor: Actor, personId: string, request: Request): Promise<AccountClosed> {
    return this.transactions.run(actor, async (tx) => {
      const units = await lockKept(tx, actor);
      return await closeLocked(tx, this.log, await lockOpenAccount(tx, personId, units), request);
    });
  }
}

/** Closes the account of a person, who is locked. @throws Refusal `last-administrator` */
export async function closeLocked(
  tx: Transaction,
  log: SecurityLog,
  { id, username }: OfficeUser,
  { cause, reason }: Request,
): Promise<AccountClosed> {
  await setClosed(tx, id, true);
  const posts = await endAllTenures(tx, id, { cause, order: reason });
  await refuseWithoutAdministrator(tx);
  const sessions = await endSessions(tx, log, id, { how: 'account_closed', which: 'true' });
  await voidSignInLinks(tx, id);
  await tx.record('user.closed', id, { reason, data: { person: username, endCause: cause } });
  return { id, sessions, posts };
}

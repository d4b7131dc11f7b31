import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { AccountClosed, CloseAccount as Request } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { endSessions, SecurityLog, voidSignInLinks } from '@patravali/identity';
import { Serves } from '@patravali/operations';
import { endAllTenures, lockEstablishment, refuseWithoutAdministrator, setClosed } from '@patravali/organisation';
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
  execute(actor: Actor, personId: string, { cause, reason }: Request): Promise<AccountClosed> {
    return this.transactions.run(actor, async (tx) => {
      await lockEstablishment(tx, actor);
      const person = await lockOpenAccount(tx, personId);
      await setClosed(tx, personId, true);
      const posts = await endAllTenures(tx, personId, { cause, order: reason });
      await refuseWithoutAdministrator(tx);
      const sessions = await endSessions(tx, this.log, personId, { how: 'account_closed', which: 'true' });
      await voidSignInLinks(tx, personId);
      await tx.record('user.closed', personId, { reason, data: { person: person.username, endCause: cause } });
      return { id: personId, sessions, posts };
    });
  }
}

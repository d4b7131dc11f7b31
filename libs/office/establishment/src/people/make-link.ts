import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { SignInLinkMade } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { insertSignInLink, LINK_HOURS, SecurityLog } from '@patravali/identity';
import { Serves } from '@patravali/operations';
import { lockKept } from '@patravali/organisation';
import { lockOpenAccount } from './person-rules';

/** Makes a one-time link for who is new or has forgotten his password; those made before become void. */
@Injectable()
export class MakeLinkForPerson {
  constructor(
    private readonly transactions: Transactions,
    private readonly log: SecurityLog,
  ) {}

  /** The token is answered this once and kept nowhere. @throws Refusal `not-allowed`, `not-found`, `account-closed` */
  @Serves('makeSignInLink')
  execute(actor: Actor, personId: string): Promise<SignInLinkMade> {
    return this.transactions.run(actor, async (tx) => {
      const units = await lockKept(tx, actor);
      const person = await lockOpenAccount(tx, personId, units);
      const token = person.demo ? null : await insertSignInLink(tx, this.log, personId);
      await tx.record('user.link_made', personId);
      return { id: personId, token, validHours: LINK_HOURS };
    });
  }
}
